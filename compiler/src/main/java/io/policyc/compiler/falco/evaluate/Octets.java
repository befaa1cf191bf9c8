package io.policyc.compiler.falco.evaluate;

import java.nio.charset.StandardCharsets;

/// Texts as Falco compares them: byte by byte, letters folded in ASCII only.
///
/// A text is held as one character for each of its UTF-8 bytes, so that lengths, order and `?` in
/// patterns come out as they do for C strings.
final class Octets {
  private Octets() {}

  /// One character for each byte.
  static String of(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /// The text of the bytes.
  static String text(String octets) {
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /// With `A` to `Z` in lower case.
  static String lower(String octets) {
    StringBuilder folded = new StringBuilder(octets.length());
    octets.chars().forEach(c -> folded.append(lower((char) c)));
    return folded.toString();
  }

  /// With `a` to `z` in upper case.
  static String upper(String octets) {
    StringBuilder folded = new StringBuilder(octets.length());
    octets.chars().forEach(c -> folded.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : (char) c));
    return folded.toString();
  }

  /// A byte, in lower case if it is `A` to `Z`.
  static char lower(char octet) {
    return octet >= 'A' && octet <= 'Z' ? (char) (octet + 32) : octet;
  }
}
