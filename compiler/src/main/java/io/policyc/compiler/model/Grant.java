package io.policyc.compiler.model;

/// What one sender may send to one receiver, and that receiver may receive from it.
public record Grant(Peer sender, Peer receiver, Conversation conversation, Origin origin) {}
