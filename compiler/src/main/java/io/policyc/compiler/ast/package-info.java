/// The syntax tree: sentences as they were written, names not yet looked up.
@NullMarked
package io.policyc.compiler.ast;

import org.jspecify.annotations.NullMarked;
