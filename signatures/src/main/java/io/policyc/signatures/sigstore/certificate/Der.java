package io.policyc.signatures.sigstore.certificate;

import io.policyc.signatures.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A value in DER, kept as the bytes it was written in: what a log signed is part of a certificate
/// byte for byte, so nothing may be written anew.
///
/// @param source all the bytes, of which it is a part
/// @param tag its first byte; tags of more bytes do not occur in certificates
/// @param from where it begins
/// @param start where its content begins
/// @param end where it ends
record Der(Bytes source, int tag, int from, int start, int end) {
  static final int SEQUENCE = 0x30;
  static final int OCTET_STRING = 0x04;

  /// Reads the one value that the bytes are.
  static Optional<Der> read(byte[] bytes) {
    return at(Bytes.wrap(bytes), 0, bytes.length).filter(value -> value.end == bytes.length);
  }

  /// The values that the content consists of, at most 1,000.
  ///
  /// @return empty when the content is no row of values
  Optional<List<Der>> children() {
    List<Der> children = new ArrayList<>();
    for (int at = start; at < end; ) {
      Optional<Der> child = at(source, at, end);
      if (child.isEmpty() || children.size() == 1000) {
        return Optional.empty();
      }
      children.add(child.get());
      at = child.get().end;
    }
    return Optional.of(children);
  }

  /// The whole value.
  byte[] bytes() {
    return Arrays.copyOfRange(source.view(), from, end);
  }

  /// What is in it.
  byte[] content() {
    return Arrays.copyOfRange(source.view(), start, end);
  }

  /// A value with this tag and content.
  static byte[] write(int tag, byte[] content) {
    int size = content.length;
    int octets = size < 0x80 ? 0 : (39 - Integer.numberOfLeadingZeros(size)) / 8;
    byte[] out = new byte[2 + octets + size];
    out[0] = (byte) tag;
    out[1] = (byte) (octets == 0 ? size : 0x80 | octets);
    for (int i = 0; i < octets; i++) {
      out[2 + i] = (byte) (size >> (8 * (octets - 1 - i)));
    }
    System.arraycopy(content, 0, out, 2 + octets, size);
    return out;
  }

  private static Optional<Der> at(Bytes source, int from, int limit) {
    byte[] bytes = source.view();
    if (limit - from < 2 || (bytes[from] & 0x1f) == 0x1f) {
      return Optional.empty();
    }
    int first = bytes[from + 1] & 0xff;
    int octets = first < 0x80 ? 0 : first & 0x7f;
    int start = from + 2 + octets;
    if (first == 0x80 || octets > 3 || start > limit) {
      return Optional.empty();
    }
    int length = octets == 0 ? first : 0;
    for (int i = 0; i < octets; i++) {
      length = length << 8 | (bytes[from + 2 + i] & 0xff);
    }
    return length > limit - start
        ? Optional.empty()
        : Optional.of(new Der(source, bytes[from] & 0xff, from, start, start + length));
  }
}
