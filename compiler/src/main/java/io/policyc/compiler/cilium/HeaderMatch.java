package io.policyc.compiler.cilium;

import java.util.Optional;

/// One item of `headerMatches`.
///
/// @param name the header
/// @param value its exact value; absent: any, unless there is a secret
/// @param secret where the value is kept
/// @param mismatch what is done instead of refusing
public record HeaderMatch(
    String name, Optional<String> value, Optional<SecretRef> secret, Optional<Mismatch> mismatch) {
  /// What is done with a request whose header differs.
  public enum Mismatch {
    /// It passes and is logged.
    LOG,
    /// The value is added.
    ADD,
    /// The header is removed.
    DELETE,
    /// The value is set.
    REPLACE
  }

  /// A header that must have exactly that value.
  public static HeaderMatch exactly(String name, String value) {
    return new HeaderMatch(name, Optional.of(value), Optional.empty(), Optional.empty());
  }
}
