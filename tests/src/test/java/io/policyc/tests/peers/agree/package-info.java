/// Cilium's own engine and the naive evaluator, asked the same questions about what was emitted.
@NullMarked
package io.policyc.tests.peers.agree;

import org.jspecify.annotations.NullMarked;
