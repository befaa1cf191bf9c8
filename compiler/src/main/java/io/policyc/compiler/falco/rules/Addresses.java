package io.policyc.compiler.falco.rules;

/// Addresses and networks as `inet_pton` reads them: four decimal numbers without leading zeros, or
/// IPv6 without brackets, zone or port.
final class Addresses {
  private Addresses() {}

  /// What has a dot is IPv4, so that `::ffff:1.2.3.4` is nothing.
  static boolean isAddress(String text) {
    return text.indexOf('.') >= 0 ? isV4(text) : isV6(text);
  }

  static boolean isNetwork(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !isAddress(text.substring(0, slash))) {
      return false;
    }
    String bits = text.substring(slash + 1);
    boolean v4 = text.substring(0, slash).indexOf('.') >= 0;
    int length = Numbers.isDigits(bits) && bits.length() < 5 ? Integer.parseInt(bits) : -1;
    return v4 ? length >= 0 && length <= 32 : length >= 1 && length <= 128;
  }

  private static boolean isV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean zero = part.length() > 1 && part.startsWith("0");
      boolean digits = Numbers.isDigits(part) && part.length() <= 3;
      if (!digits || zero || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  private static boolean isV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    if (text.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int before = groups(text.substring(0, gap));
    int after = groups(text.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after < 8;
  }

  /// How many groups of up to four hexadecimal digits there are, or -1.
  private static int groups(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] groups = text.split(":", -1);
    for (String group : groups) {
      boolean hex = group.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
      if (group.isEmpty() || group.length() > 4 || !hex) {
        return -1;
      }
    }
    return groups.length;
  }
}
