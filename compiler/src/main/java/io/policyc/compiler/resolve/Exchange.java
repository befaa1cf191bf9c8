package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Peer;

/// What a sentence speaks of at one of its receivers.
record Exchange(Peer receiver, Conversation conversation) {}
