/// Where trust roots come from: the one that ships, a file, or The Update Framework.
@NullMarked
package io.policyc.signatures.trust;

import org.jspecify.annotations.NullMarked;
