/// Public keys as people hand them around, and the signatures that they verify.
@NullMarked
package io.policyc.signatures.sigstore.keys;

import org.jspecify.annotations.NullMarked;
