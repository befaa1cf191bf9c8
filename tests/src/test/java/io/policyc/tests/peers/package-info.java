/// The real engines, as tests talk to them: where their programs are, and what they answer.
///
/// `tests/peers/build` makes the programs; `tests/peers/cilium/README.md` describes the lines that
/// go to and fro.
@NullMarked
package io.policyc.tests.peers;

import org.jspecify.annotations.NullMarked;
