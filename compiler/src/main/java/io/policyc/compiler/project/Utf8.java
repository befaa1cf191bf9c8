package io.policyc.compiler.project;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-8 strictly: a byte that is none must not become a question mark in a policy.
final class Utf8 {
  private Utf8() {}

  /// Text, or the first byte that is none.
  sealed interface Decoded {
    /// The whole text.
    record Text(String text) implements Decoded {}

    /// What is no UTF-8.
    ///
    /// @param before the text before it
    /// @param offset of the first byte that is wrong, counted from 0
    record Malformed(String before, int offset) implements Decoded {}
  }

  static Decoded decode(ByteBuffer bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = bytes.duplicate();
    // UTF-8 has no fewer bytes than UTF-16 has units: the buffer cannot overflow.
    CharBuffer out = CharBuffer.allocate(in.remaining());
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    return result.isError()
        ? new Decoded.Malformed(text, in.position() - bytes.position())
        : new Decoded.Text(text);
  }
}
