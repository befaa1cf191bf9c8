package io.policyc.compiler.project.toml;

import io.policyc.findings.Span;

/// Reads what stands without quotes: numbers, `true`, `false`, dates and times.
final class TomlScalars {
  private final TomlCursor in;

  TomlScalars(TomlCursor in) {
    this.in = in;
  }

  TomlValue read() throws TomlSyntax {
    int start = in.offset();
    String word = word();
    if (word.isEmpty()) {
      throw in.atEnd() ? in.error("a value is missing") : in.error("a value cannot begin here");
    }
    Span span = in.from(start);
    return switch (word) {
      case "true", "false" -> new TomlValue.Truth(word.equals("true"), span);
      case "inf", "+inf" -> new TomlValue.Real(Double.POSITIVE_INFINITY, span);
      case "-inf" -> new TomlValue.Real(Double.NEGATIVE_INFINITY, span);
      case "nan", "+nan", "-nan" -> new TomlValue.Real(Double.NaN, span);
      default -> other(word, span);
    };
  }

  private String word() {
    int start = in.offset();
    while (isPart(in.peek())) {
      in.next();
    }
    // A blank may stand between a date and its time.
    boolean date = in.offset() - start == 10 && TomlTime.isDate(in.textFrom(start));
    if (date && in.peek() == ' ' && isDigit(in.peek(1))) {
      in.next();
      while (isPart(in.peek())) {
        in.next();
      }
    }
    return in.textFrom(start);
  }

  private TomlValue other(String word, Span span) throws TomlSyntax {
    if (TomlTime.isMoment(word)) {
      return new TomlValue.Moment(word, span);
    }
    TomlNumber number = new TomlNumber(word);
    if (number.isWhole()) {
      return new TomlValue.Whole(number.whole().orElseThrow(() -> tooLarge(span)), span);
    }
    if (number.isReal()) {
      return new TomlValue.Real(number.real(), span);
    }
    throw new TomlSyntax(
        span,
        "`" + word + "` is not a value",
        "put text in quotes, and write numbers and dates as TOML does");
  }

  private static TomlSyntax tooLarge(Span span) {
    return new TomlSyntax(span, "`" + span.text() + "` does not fit into 64 bits");
  }

  private static boolean isPart(char c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '-'
        || c == '+'
        || c == '.'
        || c == ':';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
