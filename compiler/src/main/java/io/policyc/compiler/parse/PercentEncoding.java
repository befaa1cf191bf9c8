package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.nio.charset.StandardCharsets;

/// Letters outside ASCII in a path: nothing is wrong with them but how they are written.
final class PercentEncoding {
  private PercentEncoding() {}

  /// Asks for the first such letter of a path to be percent-encoded, where it was refused as a
  /// letter.
  static void ask(Cursor in, Lexeme path) {
    String text = in.span(path).text();
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x7F) {
        in.replace(Code.PC0005, finding(in, path, at));
        return;
      }
    }
  }

  private static Finding finding(Cursor in, Lexeme path, int at) {
    String text = in.span(path).text();
    int point = text.codePointAt(at);
    Span place = in.span(path.start() + at, path.start() + at + Character.charCount(point));
    String encoded = encoded(text);
    return Code.PC0308
        .at(
            place,
            "a path is ASCII, and this is " + Quote.codePoint(point) + Characters.name(point))
        .withHelp("percent-encode it as clients send it: write " + Quote.of(encoded))
        .withFix(in.span(path), encoded);
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      if (unit < 0) {
        encoded.append(String.format("%%%02X", unit));
      } else {
        encoded.append((char) unit);
      }
    }
    return encoded.toString();
  }
}
