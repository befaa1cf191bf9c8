package io.policyc.signatures.wasm;

/// Thrown and caught within this package: bytes are not as they have to be.
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int offset;

  MalformedException(int offset, String why) {
    super(why, null, false, false);
    this.offset = offset;
  }

  Binary.Malformed value() {
    return new Binary.Malformed(offset, String.valueOf(getMessage()));
  }
}
