/// What Falco 0.44.1 takes in conditions and outputs: fields and their arguments, operators by
/// type, constants, regular expressions, transformers, and the events that a condition can meet.
@NullMarked
package io.policyc.compiler.falco.rules;

import org.jspecify.annotations.NullMarked;
