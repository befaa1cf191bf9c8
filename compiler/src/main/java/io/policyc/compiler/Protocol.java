package io.policyc.compiler;

import java.util.Locale;
import java.util.Optional;

/// A transport protocol that a port can be of; TCP where a sentence names none.
public enum Protocol {
  TCP,
  UDP,
  SCTP;

  /// `tcp`, `udp` or `sctp`, as sentences spell it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The protocol that a word spells in lower case; empty for any other word.
  public static Optional<Protocol> parse(String word) {
    return switch (word) {
      case "tcp" -> Optional.of(TCP);
      case "udp" -> Optional.of(UDP);
      case "sctp" -> Optional.of(SCTP);
      default -> Optional.empty();
    };
  }
}
