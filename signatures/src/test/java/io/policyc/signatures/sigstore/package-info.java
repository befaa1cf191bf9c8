@NullMarked
package io.policyc.signatures.sigstore;

import org.jspecify.annotations.NullMarked;
