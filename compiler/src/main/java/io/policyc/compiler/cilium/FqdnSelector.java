package io.policyc.compiler.cilium;

import java.util.Optional;

/// One item of `toFQDNs` or of `rules.dns`. The CRD wants exactly one of the two.
///
/// @param matchName a whole name, `api.stripe.com`
/// @param matchPattern a name with `*`, which stands for any text within one label
public record FqdnSelector(Optional<String> matchName, Optional<String> matchPattern) {
  /// Exactly that name.
  public static FqdnSelector name(String name) {
    return new FqdnSelector(Optional.of(name), Optional.empty());
  }

  /// Names that a pattern covers.
  public static FqdnSelector pattern(String pattern) {
    return new FqdnSelector(Optional.empty(), Optional.of(pattern));
  }
}
