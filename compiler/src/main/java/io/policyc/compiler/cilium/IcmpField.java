package io.policyc.compiler.cilium;

import java.util.Optional;

/// One item of `icmps[].fields`. The ICMP code can't be matched.
///
/// @param family IPv4 when absent
/// @param type a number from 0 to 255 or a name such as `EchoRequest`
public record IcmpField(Optional<Family> family, String type) {
  /// Which ICMP is meant.
  public enum Family {
    /// ICMP.
    IPV4("IPv4"),
    /// ICMPv6.
    IPV6("IPv6");

    private final String word;

    Family(String word) {
      this.word = word;
    }

    /// As YAML spells it.
    public String word() {
      return word;
    }
  }

  /// A type of a family by its number.
  public static IcmpField of(Family family, int type) {
    return new IcmpField(Optional.of(family), Integer.toString(type));
  }

  /// Whether the type is a number rather than a name.
  public boolean numeric() {
    return !type.isEmpty() && type.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
