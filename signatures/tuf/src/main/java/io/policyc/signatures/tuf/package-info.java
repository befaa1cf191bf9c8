/// Newer trust roots by way of The Update Framework: outside the pure part, and the only place that
/// knows sigstore-java.
@NullMarked
package io.policyc.signatures.tuf;

import org.jspecify.annotations.NullMarked;
