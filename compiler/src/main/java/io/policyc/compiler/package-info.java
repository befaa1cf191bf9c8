/// The compiler's front door: what every package of it shares.
@NullMarked
package io.policyc.compiler;

import org.jspecify.annotations.NullMarked;
