package io.policyc.findings;

/// A second place that explains a finding: where a name was declared, what shadows it.
///
/// @param at the place
/// @param message lower-case, no full stop
public record Related(Span at, String message) {}
