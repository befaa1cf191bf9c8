@NullMarked
package io.policyc.signatures.sigstore.keys;

import org.jspecify.annotations.NullMarked;
