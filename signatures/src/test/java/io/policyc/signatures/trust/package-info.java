/// Where trust roots come from.
@NullMarked
package io.policyc.signatures.trust;

import org.jspecify.annotations.NullMarked;
