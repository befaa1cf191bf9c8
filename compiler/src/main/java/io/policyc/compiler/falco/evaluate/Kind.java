package io.policyc.compiler.falco.evaluate;

/// What values of a field are, as far as comparing goes.
enum Kind {
  /// Text, compared byte by byte.
  TEXT,
  /// Bytes; `bcontains` and `bstartswith` take hexadecimal digits.
  BYTES,
  TRUTH,
  S8(8, true),
  S16(16, true),
  S32(32, true),
  S64(64, true),
  U8(8, false),
  U16(16, false),
  U32(32, false),
  U64(64, false),
  /// A port: 16 bits, or the name of a service.
  PORT(16, false),
  /// A number with a fraction.
  REAL,
  ADDRESS,
  /// A range of addresses, compared with an address.
  NETWORK,
  /// What the value in the event is: `evt.rawarg`.
  DYNAMIC;

  private final int bits;
  private final boolean signed;

  Kind() {
    this(0, false);
  }

  Kind(int bits, boolean signed) {
    this.bits = bits;
    this.signed = signed;
  }

  /// Whether it is a whole number.
  boolean whole() {
    return bits > 0;
  }

  /// Whether numbers below zero exist.
  boolean signed() {
    return signed;
  }

  /// What is left of a number in this many bits: numbers wrap, as in C.
  long wrap(long number) {
    int shift = 64 - bits;
    return signed ? number << shift >> shift : number << shift >>> shift;
  }
}
