package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One JSON value as Go's encoding/json reads it: kubectl tries that first on a text that begins
/// with `{`.
final class JsonReader {
  private final Source source;
  private final String text;
  private final List<Finding> findings;
  private final Budget budget = new Budget();
  private final Deque<YamlOpen> open = new ArrayDeque<>();
  private int at;
  private Optional<Refusal> tooLarge = Optional.empty();

  /// @param at offset of the value's first character, or of blanks before it
  JsonReader(Source source, int at, List<Finding> findings) {
    this.source = source;
    this.text = source.text();
    this.at = at;
    this.findings = findings;
  }

  /// The offset behind what was read.
  int at() {
    return at;
  }

  /// The value here.
  ///
  /// @throws Refusal where there is none
  Value read() {
    while (true) {
      Optional<Value> whole = value();
      while (whole.isPresent()) {
        if (open.isEmpty()) {
          if (tooLarge.isPresent()) {
            throw tooLarge.get();
          }
          return whole.get();
        }
        open.peek().add(whole.get(), whole.get().span(), false);
        whole = next();
      }
    }
  }

  // Behind an item: the next one, or the end of its collection, which is a value then.
  private Optional<Value> next() {
    blanks();
    if (skip(',')) {
      if (open.element().awaitsName()) {
        name();
      }
      return Optional.empty();
    }
    return Optional.of(close());
  }

  private Value close() {
    char bracket = open.element().isMapping() ? '}' : ']';
    if (!skip(bracket)) {
      throw broken("`,` or `" + bracket + "` must stand here");
    }
    return open.pop().close(new Span(source, at - 1, at));
  }

  // Empty for the start of a collection that holds something.
  private Optional<Value> value() {
    blanks();
    Span here = new Span(source, at, Math.min(at + 1, text.length()));
    budget.value(here);
    return switch (peek()) {
      case '{' -> open(true, here);
      case '[' -> open(false, here);
      case '"' -> {
        int start = at;
        String string = string();
        yield Optional.of(new Value.Text(string, new Span(source, start, at)));
      }
      default -> Optional.of(literal());
    };
  }

  private Optional<Value> open(boolean mapping, Span here) {
    at++;
    Budget.depth(open.size() + 1, here);
    open.push(new YamlOpen(mapping, Optional.empty(), here, budget.values(), findings));
    blanks();
    if (peek() == (mapping ? '}' : ']')) {
      return Optional.of(close());
    }
    if (mapping) {
      name();
    }
    return Optional.empty();
  }

  private void name() {
    blanks();
    int start = at;
    if (peek() != '"') {
      throw broken("a name in double quotes must stand here");
    }
    Value name = new Value.Text(string(), new Span(source, start, at));
    open.element().add(name, name.span(), false);
    blanks();
    if (!skip(':')) {
      throw broken("`:` must stand here");
    }
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (peek() != '"') {
      char c = peek();
      if (at >= text.length() || c < ' ') {
        throw broken("a string ends without its quote");
      }
      at++;
      out.append(c == '\\' ? escape() : c);
    }
    at++;
    return whole(out);
  }

  // Escapes can give half a character, which Go replaces.
  private static String whole(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      boolean pair =
          i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        text.setCharAt(i, '\uFFFD');
      }
    }
    return text.toString();
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw broken("this escape is none of JSON's");
    };
  }

  private char unicode() {
    int end = at + 4;
    if (end > text.length()) {
      throw broken("an escape has four hexadecimal digits");
    }
    for (int i = at; i < end; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        throw broken("an escape has four hexadecimal digits");
      }
    }
    char c = (char) HexFormat.fromHexDigits(text, at, end);
    at = end;
    return c;
  }

  private Value literal() {
    int start = at;
    while (at < text.length() && isLiteral(text.charAt(at))) {
      at++;
    }
    Span span = new Span(source, start, at);
    String word = span.text();
    return switch (word) {
      case "true" -> new Value.Bool(true, span);
      case "false" -> new Value.Bool(false, span);
      case "null" -> new Value.Null(span);
      default -> new Value.Numeric(number(word, start), span);
    };
  }

  private static boolean isLiteral(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || "+-.E".indexOf(c) >= 0;
  }

  private BigDecimal number(String word, int start) {
    String digits = word.startsWith("-") ? word.substring(1) : word;
    boolean plain = !digits.isEmpty() && Character.digit(digits.charAt(0), 10) >= 0;
    boolean leading = digits.length() > 1 && digits.startsWith("0") && !isPoint(digits.charAt(1));
    boolean open = digits.endsWith(".") || digits.contains(".e") || digits.contains(".E");
    if (!plain || leading || open) {
      at = start;
      throw broken("a value must stand here");
    }
    return GoNumbers.whole(word, 10)
        .map(BigDecimal::new)
        .or(() -> GoNumbers.decimal(word))
        .orElseGet(() -> tooLarge(start));
  }

  // Said at the end: text that is no JSON at all may still be YAML, where this is a string.
  private BigDecimal tooLarge(int start) {
    if (tooLarge.isEmpty()) {
      Span here = new Span(source, start, at);
      tooLarge =
          Optional.of(
              new Refusal(
                  ManifestCode.PC1007
                      .at(here, "this number is larger than 64 bits hold")
                      .withHelp("write a smaller one")));
    }
    return BigDecimal.ZERO;
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == 'e' || c == 'E';
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean skip(char c) {
    boolean found = peek() == c;
    at += found ? 1 : 0;
    return found;
  }

  private Refusal broken(String message) {
    int end = Math.min(at, text.length());
    Span here = new Span(source, end, Math.min(end + 1, text.length()));
    return new Refusal(ManifestCode.PC1003.at(here, "this is no JSON: " + message));
  }
}
