package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Peer;
import io.policyc.findings.Span;

/// One end of a sentence and where it is named.
record End(Peer peer, Span at) {}
