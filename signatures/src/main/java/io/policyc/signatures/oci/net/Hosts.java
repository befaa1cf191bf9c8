package io.policyc.signatures.oci.net;

import java.net.InetAddress;
import java.util.function.IntPredicate;
import javax.net.ssl.SNIHostName;

/// Names and addresses as they stand in URLs.
public final class Hosts {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;

  private Hosts() {}

  /// Whether that may be asked: an IPv6 address without brackets, an IPv4 address of four plain
  /// decimal numbers, or a name.
  ///
  /// `0177.0.0.1`, `0x7f000001` and `2130706433` are none: some readers take them for 127.0.0.1,
  /// others for other addresses or for names, so that nobody could check where they lead. Nor is a
  /// name with a dot at its end, which certificates don't have.
  public static boolean isHost(String host) {
    return host.indexOf(':') >= 0
        ? isLiteral(host)
        : endsInNumber(host) ? isQuad(host) : isDomain(host);
  }

  /// Whether what may be asked is a name, and no address.
  static boolean isName(String host) {
    return host.indexOf(':') < 0 && !endsInNumber(host);
  }

  private static boolean isLiteral(String host) {
    if (!all(host, c -> isHexDigit(c) || c == ':' || c == '.')) {
      return false;
    }
    for (String group : host.split(":", -1)) {
      // five digits and more are no group, though Java takes them
      if (group.indexOf('.') < 0 ? group.length() > 4 : !isQuad(group)) {
        return false;
      }
    }
    try {
      return !InetAddress.ofLiteral(host).getHostAddress().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// What URLs and resolvers read as an IPv4 address of some form.
  private static boolean endsInNumber(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    boolean hex = last.startsWith("0x") || last.startsWith("0X");
    return hex
        ? all(last.substring(2), Hosts::isHexDigit)
        : !last.isEmpty() && all(last, Hosts::isDigit);
  }

  private static boolean isQuad(String host) {
    String[] parts = host.split("\\.", -1);
    for (String part : parts) {
      boolean plain =
          !part.isEmpty()
              && part.length() <= 3
              && all(part, Hosts::isDigit)
              && (part.equals("0") || part.charAt(0) != '0')
              && Integer.parseInt(part) <= 255;
      if (!plain) {
        return false;
      }
    }
    return parts.length == 4;
  }

  private static boolean isDomain(String host) {
    if (host.isEmpty() || host.length() > MAX_NAME) {
      return false;
    }
    for (String label : host.split("\\.", -1)) {
      if (label.isEmpty() || label.length() > MAX_LABEL) {
        return false;
      }
    }
    if (!all(host, c -> c < 128) || !isLetter(host.charAt(host.lastIndexOf('.') + 1))) {
      return false;
    }
    try {
      // what TLS will be told
      return !new SNIHostName(host).getAsciiName().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean all(String text, IntPredicate kind) {
    return text.chars().allMatch(kind);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
