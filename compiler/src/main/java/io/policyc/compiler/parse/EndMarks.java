package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Fix;

/// The full stop at the end of a sentence, which this language does without.
final class EndMarks {
  private EndMarks() {}

  /// Reads the last word without its full stop.
  static void strip(Cursor in) {
    Lexeme last = in.lastOfAll();
    String text = last.text();
    boolean stop =
        last.isWord() && text.endsWith(".") && !text.endsWith("..") && !text.startsWith("/");
    if (stop) {
      in.mend(
          Code.PC0132,
          in.span(last.end() - 1, last.end()),
          "a sentence ends with its line, not with `.`",
          new Fix(in.span(last.end() - 1, last.end()), ""));
      in.replaceLast(text.substring(0, text.length() - 1));
    }
  }
}
