package io.policyc.signatures.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// A place in bytes, which never leaves its part of them.
///
/// Source: WebAssembly Core Specification 3.0, Binary Format, Values.
final class Cursor {
  /// The longest name that engines take (WebAssembly JavaScript Interface 2.0, Implementation
  /// Limits).
  static final int MAX_NAME_BYTES = 100_000;

  private final byte[] bytes;
  private final int end;
  private int at;

  Cursor(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  boolean isAtEnd() {
    return at == end;
  }

  int offset() {
    return at;
  }

  MalformedException wrong(String why) {
    return new MalformedException(at, why);
  }

  int one() throws MalformedException {
    if (at == end) {
      throw wrong("it ends too early");
    }
    return bytes[at++] & 0xff;
  }

  int peek() throws MalformedException {
    if (at == end) {
      throw wrong("it ends too early");
    }
    return bytes[at] & 0xff;
  }

  /// The next so many bytes, as a part of their own.
  Cursor part(long length) throws MalformedException {
    if (length > end - at) {
      throw wrong("a part is longer than what holds it");
    }
    Cursor part = new Cursor(bytes, at, at + (int) length);
    at += (int) length;
    return part;
  }

  /// A number of 32 bits in LEB128: at most five bytes, of the last one four bits.
  long u32() throws MalformedException {
    return unsigned(32);
  }

  /// A number of 64 bits in LEB128, skipped.
  void skipU64() throws MalformedException {
    unsigned(64);
  }

  private long unsigned(int bits) throws MalformedException {
    long value = 0;
    for (int shift = 0; shift < bits; shift += 7) {
      int next = one();
      int room = bits - shift;
      if (room < 8 && (next >>> room) != 0) {
        throw new MalformedException(at - 1, "a number is too long or too large");
      }
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new MalformedException(at - 1, "a number is too long or too large");
  }

  /// A signed number of 33 bits in LEB128, skipped: at most five bytes.
  void skipS33() throws MalformedException {
    for (int count = 1; count <= 5; count++) {
      if (one() < 0x80) {
        return;
      }
    }
    throw new MalformedException(at - 1, "a number is too long or too large");
  }

  /// How many items follow; no more than there are bytes.
  int count(int max, String what) throws MalformedException {
    int start = at;
    long count = u32();
    if (count > max) {
      throw new MalformedException(start, "it has more than " + max + " " + what);
    }
    if (count > end - at) {
      throw new MalformedException(start, "a list is longer than what holds it");
    }
    return (int) count;
  }

  /// A name: its length, then UTF-8.
  String name() throws MalformedException {
    int start = at;
    long length = u32();
    if (length > MAX_NAME_BYTES) {
      throw new MalformedException(start, "a name is longer than " + MAX_NAME_BYTES + " bytes");
    }
    Cursor part = part(length);
    try {
      ByteBuffer text = ByteBuffer.wrap(bytes, part.at, part.end - part.at);
      return UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException(part.at, "a name is not UTF-8");
    }
  }
}
