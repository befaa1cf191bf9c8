package io.policyc.compiler.cilium;

import java.util.Optional;

/// One item of a rule's `labels`, which only help to find it again.
public record RuleLabel(String key, Optional<String> value, Optional<String> source) {}
