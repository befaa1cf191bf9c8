package io.policyc.signatures.wasm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/// A block of 512 bytes before a file, as Go's archive/tar 1.25 reads it, since containerd, Docker,
/// CRI-O and Istio are written in Go.
///
/// @param names first what Go reads, then what others may read
/// @param size -1 where it cannot be read
record TarHeader(List<String> names, char type, long size, String link) {
  static final int BLOCK = 512;

  TarHeader {
    names = List.copyOf(names);
  }

  /// Reads a block; none where its checksum is wrong.
  static Optional<TarHeader> read(byte[] block) {
    if (!isSound(block)) {
      return Optional.empty();
    }
    char type = (char) (block[156] & 0xff);
    String link = text(block, 157, 100);
    return Optional.of(new TarHeader(names(block), type, number(block, 124, 12), link));
  }

  /// Whether no content follows, whatever the size says.
  boolean isBare() {
    return type >= '1' && type <= '6';
  }

  boolean isLink() {
    return type == '1' || type == '2';
  }

  // The checksum counts its own eight bytes as spaces.
  private static boolean isSound(byte[] header) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    return sum == number(header, 148, 8);
  }

  // Octal digits between zero bytes and spaces; numbers of base 256 only stand for 8 GiB and more.
  private static long number(byte[] header, int at, int length) {
    int start = at;
    int end = at + length;
    while (start < end && isFill(header[start])) {
      start++;
    }
    while (end > start && isFill(header[end - 1])) {
      end--;
    }
    long value = 0;
    for (int i = start; i < end && header[i] != 0; i++) {
      int digit = header[i] - '0';
      if (digit < 0 || digit > 7) {
        return -1;
      }
      value = value * 8 + digit;
    }
    return value;
  }

  private static boolean isFill(byte one) {
    return one == 0 || one == ' ';
  }

  // GNU keeps times where others keep the beginning of a long name.
  private static List<String> names(byte[] block) {
    String name = text(block, 0, 100);
    String magic = new String(block, 257, 6, US_ASCII);
    boolean star = new String(block, 508, 4, US_ASCII).equals("tar\0");
    String prefix = text(block, 345, star ? 131 : 155);
    if (prefix.isEmpty() || !magic.startsWith("ustar")) {
      return List.of(name);
    }
    String both = prefix + "/" + name;
    return magic.equals("ustar\0") ? List.of(both) : List.of(name, both);
  }

  /// The text before a zero byte.
  static String text(byte[] bytes, int at, int length) {
    int end = at;
    while (end < at + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, at, end - at, UTF_8);
  }
}
