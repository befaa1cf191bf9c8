@NullMarked
package io.policyc.signatures.sigstore.certificate;

import org.jspecify.annotations.NullMarked;
