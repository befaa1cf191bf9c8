package io.policyc.signatures.sigstore.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// IP addresses as text: dotted, or as RFC 5952 has it, which is what cosign compares.
final class IpText {
  private IpText() {}

  /// The text of 4 or 16 bytes; empty for any other number.
  static Optional<String> of(byte[] address) {
    return switch (address.length) {
      case 4 -> Optional.of(dotted(address, 0));
      case 16 -> Optional.of(isMapped(address) ? dotted(address, 12) : colons(address));
      default -> Optional.empty();
    };
  }

  private static String dotted(byte[] address, int from) {
    List<String> parts = new ArrayList<>();
    for (int i = from; i < from + 4; i++) {
      parts.add(Integer.toString(address[i] & 0xff));
    }
    return String.join(".", parts);
  }

  /// `::ffff:a.b.c.d`, which Go writes as IPv4.
  private static boolean isMapped(byte[] address) {
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return address[10] == (byte) 0xff && address[11] == (byte) 0xff;
  }

  private static String colons(byte[] address) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (address[2 * i] & 0xff) << 8 | (address[2 * i + 1] & 0xff);
    }
    int start = 0;
    int length = 0;
    for (int i = 0; i < 8; i++) {
      int zeros = zerosFrom(groups, i);
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    // one group of zeros alone is written out
    return length < 2
        ? join(groups, 0, 8)
        : join(groups, 0, start) + "::" + join(groups, start + length, 8);
  }

  private static int zerosFrom(int[] groups, int from) {
    int end = from;
    while (end < 8 && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String join(int[] groups, int from, int to) {
    List<String> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      parts.add(Integer.toHexString(groups[i]));
    }
    return String.join(":", parts);
  }
}
