/// The executable meaning of the language: a brute-force evaluator of sentences.
///
/// It knows the syntax tree and nothing that the compiler does with it, so that both can be
/// compared. `docs/meaning.md` says the same in words.
@NullMarked
package io.policyc.tests.naive;

import org.jspecify.annotations.NullMarked;
