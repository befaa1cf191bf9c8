/// Sigstore bundles, and the common form of all that is signed.
@NullMarked
package io.policyc.signatures.sigstore.bundle;

import org.jspecify.annotations.NullMarked;
