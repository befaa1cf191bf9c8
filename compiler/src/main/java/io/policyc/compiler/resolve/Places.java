package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.Word;
import io.policyc.findings.Span;

/// Parts of words.
final class Places {
  private Places() {}

  /// Where a part of a word's text stands; all of the word where its text is not its source's, as
  /// behind an escape.
  ///
  /// @param start offset in the text
  /// @param end offset after the part; an empty part is shown as one character
  static Span inside(Word word, int start, int end) {
    Span whole = word.span();
    int text = whole.text().indexOf(word.text());
    boolean exact = text >= 0 && whole.text().length() - word.text().length() <= text + 1;
    if (!exact || start > word.text().length()) {
      return whole;
    }
    int from = whole.start() + text + start;
    int to = whole.start() + text + Math.min(Math.max(end, start + 1), word.text().length());
    return new Span(whole.source(), from, Math.max(from, to));
  }
}
