/// Expressions as Envoy reads them: RE2's syntax, the size of RE2's programs, and the expressions
/// that paths, hosts and methods of the language become.
///
/// Pure: no I/O, no clock, no environment. Knows nothing of sentences or policies.
@NullMarked
package io.policyc.compiler.regex;

import org.jspecify.annotations.NullMarked;
