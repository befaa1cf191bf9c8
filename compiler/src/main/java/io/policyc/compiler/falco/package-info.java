/// Falco's rules files: typed records with one writer and one reader, the rules by which Falco
/// accepts them, and an evaluator of conditions. It knows nothing of sentences.
@NullMarked
package io.policyc.compiler.falco;

import org.jspecify.annotations.NullMarked;
