package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.PolicyFile;

/// One file of an input, imports already followed.
///
/// @param file its sentences
/// @param foreign whether a `foreign import` brought it in: then its declarations are known and
///   foreign, and its other sentences are somebody else's
public record Unit(PolicyFile file, boolean foreign) {}
