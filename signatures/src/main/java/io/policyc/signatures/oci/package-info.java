/// A client of registries, and of image layouts on disk: everything read is bounded and recomputed.
@NullMarked
package io.policyc.signatures.oci;

import org.jspecify.annotations.NullMarked;
