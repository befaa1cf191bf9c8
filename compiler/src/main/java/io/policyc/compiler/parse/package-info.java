/// Text to syntax tree: the shape by ANTLR, the sentences by small readers over their words.
@NullMarked
package io.policyc.compiler.parse;

import org.jspecify.annotations.NullMarked;
