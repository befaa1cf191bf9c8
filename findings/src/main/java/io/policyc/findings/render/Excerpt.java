package io.policyc.findings.render;

import io.policyc.findings.Source;
import io.policyc.findings.Span;

/// The part of a line that a finding is about, as a terminal shows it.
///
/// @param text the line with tabs expanded and hidden characters written out; a long one is cut
///   around the place, marked by `…`
/// @param indent columns before the first caret
/// @param carets columns that the place covers on this line, at least 1
record Excerpt(String text, int indent, int carets) {
  // Enough for any sentence a person writes; a line of megabytes must not be printed, nor read
  // through, once for each finding on it.
  private static final int CONTEXT = 120;
  private static final int TAB = 4;

  static Excerpt of(Span span) {
    Source source = span.source();
    String text = source.text();
    int from = Math.min(span.start(), text.length());
    int lineStart = from - (source.column(from) - 1);
    int start = wholeCharacter(text, Math.max(lineStart, from - CONTEXT));
    int end = wholeCharacter(text, lineEnd(text, from));
    return new Cut(text, start, end).excerpt(from, span.end(), start > lineStart);
  }

  private static int lineEnd(String text, int from) {
    int limit = Math.min(text.length(), from + CONTEXT);
    int at = from;
    while (at < limit && text.charAt(at) != '\n') {
      at++;
    }
    boolean lineEnds = at < text.length() && text.charAt(at) == '\n';
    return lineEnds && at > from && text.charAt(at - 1) == '\r' ? at - 1 : at;
  }

  // A cut between the two halves of a surrogate pair would show two broken characters.
  private static int wholeCharacter(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return inside ? at - 1 : at;
  }

  /// The characters of a text from `start` to `end`, all on one line.
  private record Cut(String text, int start, int end) {
    Excerpt excerpt(int from, int to, boolean cutBefore) {
      StringBuilder out = new StringBuilder(cutBefore ? "…" : "");
      int column = out.length();
      int indent = -1;
      int after = -1;
      for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
        indent = at >= from && indent < 0 ? column : indent;
        after = at >= to && after < 0 ? column : after;
        column += show(out, text.codePointAt(at), column);
      }
      int first = indent < 0 ? column : indent;
      int last = after < 0 ? column : after;
      return new Excerpt(out.append(cutAfter() ? "…" : "").toString(), first, carets(first, last));
    }

    private boolean cutAfter() {
      return end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r';
    }

    private static int carets(int first, int last) {
      return Math.max(1, last - first);
    }

    private static int show(StringBuilder out, int codePoint, int column) {
      if (codePoint == '\t') {
        int blanks = TAB - column % TAB;
        out.repeat(' ', blanks);
        return blanks;
      }
      Visible.append(out, codePoint);
      return Visible.width(codePoint);
    }
  }
}
