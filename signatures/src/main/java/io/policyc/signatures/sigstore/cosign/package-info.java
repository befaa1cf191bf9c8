/// cosign's first layouts: signatures and attestations beside annotations.
@NullMarked
package io.policyc.signatures.sigstore.cosign;

import org.jspecify.annotations.NullMarked;
