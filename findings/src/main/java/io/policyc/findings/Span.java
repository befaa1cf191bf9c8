package io.policyc.findings;

/// A half-open range of UTF-16 offsets in a source.
///
/// @param source the text that the range lies in
/// @param start first offset, 0 or more
/// @param end offset after the last one, at least `start`
public record Span(Source source, int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /// 1-based line of the start.
  public int line() {
    return source.line(start);
  }

  /// 1-based column of the start, in UTF-16 units.
  public int column() {
    return source.column(start);
  }

  /// The text that the span covers.
  public String text() {
    return source.text().substring(start, Math.min(end, source.text().length()));
  }

  /// From the start of this span to the end of a later one in the same source.
  public Span to(Span last) {
    return new Span(source, start, Math.max(end, last.end));
  }

  /// `shop.policy:12`, as emitted documents name a sentence.
  public String place() {
    return source.place() + ":" + line();
  }

  /// `shop.policy:12`, as messages name a sentence.
  public String fileAndLine() {
    return source.name() + ":" + line();
  }

  @Override
  public String toString() {
    return source.name() + ":" + line() + ":" + column();
  }
}
