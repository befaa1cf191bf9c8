package io.policyc.signatures;

import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that nobody changes.
public final class Bytes {
  /// None at all.
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /// A copy of some bytes.
  public static Bytes copyOf(byte[] content) {
    return content.length == 0 ? EMPTY : new Bytes(content.clone());
  }

  /// These bytes themselves, which the caller does not write to any more: for content too large to
  /// be copied.
  public static Bytes wrap(byte[] content) {
    return new Bytes(content);
  }

  /// A copy of them.
  public byte[] toArray() {
    return content.clone();
  }

  /// The bytes themselves, which the caller must not write to.
  public byte[] view() {
    return content;
  }

  /// How many there are.
  public int length() {
    return content.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /// The first 32 of them in hexadecimal, and how many there are.
  @Override
  public String toString() {
    String start = HexFormat.of().formatHex(content, 0, Math.min(32, content.length));
    return start + (content.length > 32 ? "… (" + content.length + " bytes)" : "");
  }
}
