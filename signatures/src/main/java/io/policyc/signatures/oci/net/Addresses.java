package io.policyc.signatures.oci.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Which addresses lie on the public internet.
///
/// @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA's registries of
///   special-purpose addresses</a>
final class Addresses {
  private Addresses() {}

  /// Whether an address is one that anybody may be sent to: neither of this machine nor of its
  /// networks, nor reserved, nor one that stands for such an IPv4 address.
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    boolean special =
        a == 0
            || a == 10
            || a == 127
            || a >= 224
            || (a == 100 && b >= 64 && b < 128)
            || (a == 169 && b == 254)
            || (a == 172 && b >= 16 && b < 32)
            || (a == 192 && b == 0 && (c == 0 || c == 2))
            || (a == 192 && b == 88 && c == 99)
            || (a == 192 && b == 168)
            || (a == 198 && (b == 18 || b == 19))
            || (a == 198 && b == 51 && c == 100)
            || (a == 203 && b == 0 && c == 113);
    return !special;
  }

  /// Only 2000::/3 is given out, and parts of it stand for IPv4 addresses or for nothing.
  private static boolean isPublic6(byte[] bytes) {
    if (starts(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
      return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (starts(bytes, 0x20, 0x02)) {
      return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
    }
    boolean special =
        (bytes[0] & 0xe0) != 0x20
            || (starts(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0)
            || starts(bytes, 0x20, 0x01, 0x0d, 0xb8)
            || (starts(bytes, 0x3f, 0xff) && (bytes[2] & 0xf0) == 0);
    return !special;
  }

  private static boolean starts(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
