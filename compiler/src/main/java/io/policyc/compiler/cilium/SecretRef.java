package io.policyc.compiler.cilium;

import java.util.Optional;

/// A Secret by its name.
public record SecretRef(String name, Optional<String> namespace) {}
