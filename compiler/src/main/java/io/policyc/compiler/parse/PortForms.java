package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.Protocol;
import java.util.Locale;

/// Ports as other languages write them: `tcp/80`, `80:90`, `80..90`.
final class PortForms {
  private PortForms() {}

  /// The word as this language writes it; a finding where that is not how it was written.
  static Lexeme mend(Cursor in, Lexeme word) {
    String text = word.text();
    int slash = text.indexOf('/');
    if (slash > 0
        && Protocol.parse(text.substring(0, slash).toLowerCase(Locale.ROOT)).isPresent()) {
      String right =
          text.substring(slash + 1) + "/" + text.substring(0, slash).toLowerCase(Locale.ROOT);
      in.mend(Code.PC0114, word, "the protocol stands after the port", in.instead(word, right));
      return word.withText(right);
    }
    String dashed = text.replace("..", "-").replace(':', '-');
    if (!dashed.equals(text)) {
      in.mend(
          Code.PC0113, word, "`-` stands between the ends of a range", in.instead(word, dashed));
    }
    return word.withText(dashed);
  }
}
