package io.policyc.findings;

/// A change of text that mends a finding, safe to apply without asking.
///
/// @param at what is replaced; an empty span inserts
/// @param replacement the new text
public record Fix(Span at, String replacement) {}
