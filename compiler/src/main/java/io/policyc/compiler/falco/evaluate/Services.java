package io.policyc.compiler.falco.evaluate;

import java.util.Map;
import java.util.Optional;

/// Ports by the name of their service.
final class Services {
  private static final Map<String, Long> PORTS =
      Map.of("ssh", 22L, "domain", 53L, "http", 80L, "ntp", 123L, "https", 443L);

  private Services() {}

  /// The port of a service.
  static Optional<Long> port(String name) {
    return Optional.ofNullable(PORTS.get(name));
  }
}
