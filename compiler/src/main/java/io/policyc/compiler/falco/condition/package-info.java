/// Falco's conditions: the tree, its text, and its parser.
@NullMarked
package io.policyc.compiler.falco.condition;

import org.jspecify.annotations.NullMarked;
