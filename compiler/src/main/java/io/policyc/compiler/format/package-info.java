/// Syntax tree to text, in the one canonical form.
@NullMarked
package io.policyc.compiler.format;

import org.jspecify.annotations.NullMarked;
