package io.policyc.tests.naive;

import io.policyc.compiler.ast.ExternalItem;
import java.net.InetAddress;

/// Address ranges.
final class Addresses {
  /// Whether a `cidr` line holds an address: inside the range and in none of its exceptions.
  static boolean holds(ExternalItem.Cidr line, String ip) {
    return inside(line.cidr().text(), ip)
        && line.except().stream().noneMatch(except -> inside(except.text(), ip));
  }

  /// Whether an address lies in `203.0.113.0/24` or is `203.0.113.7`, bit by bit.
  static boolean inside(String cidr, String ip) {
    int slash = cidr.indexOf('/');
    byte[] range = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash)).getAddress();
    byte[] address = InetAddress.ofLiteral(ip).getAddress();
    int bits = slash < 0 ? range.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
    if (range.length != address.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      if (bit(range, i) != bit(address, i)) {
        return false;
      }
    }
    return true;
  }

  private static int bit(byte[] bytes, int at) {
    return bytes[at / 8] >> (7 - at % 8) & 1;
  }

  private Addresses() {}
}
