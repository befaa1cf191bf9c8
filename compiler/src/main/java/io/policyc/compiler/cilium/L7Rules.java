package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;

/// The `rules` of a port. The API server wants exactly one of the two.
///
/// @param http requests that pass; an empty list lets all pass unseen
/// @param dns names that may be asked for
public record L7Rules(Optional<List<HttpRule>> http, Optional<List<FqdnSelector>> dns) {
  public L7Rules {
    http = http.map(List::copyOf);
    dns = dns.map(List::copyOf);
  }

  /// Requests that pass.
  public static L7Rules http(List<HttpRule> rules) {
    return new L7Rules(Optional.of(rules), Optional.empty());
  }

  /// Names that may be asked for.
  public static L7Rules dns(List<FqdnSelector> names) {
    return new L7Rules(Optional.empty(), Optional.of(names));
  }

  /// The HTTP rules, none when there is no such field.
  public List<HttpRule> httpRules() {
    return http.orElse(List.of());
  }

  /// The DNS rules, none when there is no such field.
  public List<FqdnSelector> dnsRules() {
    return dns.orElse(List.of());
  }

  /// Whether Cilium sees no rule in it and passes all traffic.
  public boolean isEmpty() {
    return httpRules().isEmpty() && dnsRules().isEmpty();
  }
}
