package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// One JSON value as Go's encoding/json reads it: kubectl tries that first on a text that begins
/// with `{`.
final class JsonReader {
  private final JsonText text;
  private final List<Finding> findings;
  private final Bounds bounds;
  private final Budget budget;
  private final Deque<YamlOpen> open = new ArrayDeque<>();
  private Optional<Refusal> tooLarge = Optional.empty();

  /// @param at offset of the value's first character, or of blanks before it
  JsonReader(Source source, int at, Bounds bounds, List<Finding> findings) {
    this.bounds = bounds;
    this.budget = new Budget(bounds);
    this.text = new JsonText(source, at);
    this.findings = findings;
  }

  /// The offset behind what was read.
  int at() {
    return text.at();
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
    text.blanks();
    if (text.skip(',')) {
      if (open.element().awaitsName()) {
        name();
      }
      return Optional.empty();
    }
    return Optional.of(close());
  }

  private Value close() {
    char bracket = open.element().isMapping() ? '}' : ']';
    if (!text.skip(bracket)) {
      throw text.broken("`,` or `" + bracket + "` must stand here");
    }
    return open.pop().close(text.since(text.at() - 1));
  }

  // Empty for the start of a collection that holds something.
  private Optional<Value> value() {
    text.blanks();
    budget.value(text.here());
    return switch (text.peek()) {
      case '{' -> open(true);
      case '[' -> open(false);
      case '"' -> Optional.of(string());
      default -> Optional.of(literal());
    };
  }

  private Value.Text string() {
    int start = text.at();
    String string = text.string();
    return new Value.Text(string, text.since(start));
  }

  private Optional<Value> open(boolean mapping) {
    Span here = text.here();
    text.skip(mapping ? '{' : '[');
    bounds.enter(open.size() + 1, here);
    open.push(new YamlOpen(mapping, Optional.empty(), here, budget.values(), findings));
    text.blanks();
    if (text.peek() == (mapping ? '}' : ']')) {
      return Optional.of(close());
    }
    if (mapping) {
      name();
    }
    return Optional.empty();
  }

  private void name() {
    text.blanks();
    if (text.peek() != '"') {
      throw text.broken("a name in double quotes must stand here");
    }
    Value.Text name = string();
    open.element().add(name, name.span(), false);
    text.blanks();
    if (!text.skip(':')) {
      throw text.broken("`:` must stand here");
    }
  }

  private Value literal() {
    Span span = text.literal();
    return switch (span.text()) {
      case "true" -> new Value.Bool(true, span);
      case "false" -> new Value.Bool(false, span);
      case "null" -> new Value.Null(span);
      default -> new Value.Numeric(number(span), span);
    };
  }

  private BigDecimal number(Span span) {
    String word = span.text();
    String digits = word.startsWith("-") ? word.substring(1) : word;
    boolean plain = !digits.isEmpty() && Character.digit(digits.charAt(0), 10) >= 0;
    boolean leading = digits.length() > 1 && digits.startsWith("0") && !isPoint(digits.charAt(1));
    boolean open = digits.endsWith(".") || digits.contains(".e") || digits.contains(".E");
    if (!plain || leading || open) {
      throw JsonText.broken(span, "a value must stand here");
    }
    return GoNumbers.whole(word, 10)
        .map(BigDecimal::new)
        .or(() -> GoNumbers.decimal(word))
        .orElseGet(() -> tooLarge(span));
  }

  // Said at the end: text that is no JSON at all may still be YAML, where this is a string.
  private BigDecimal tooLarge(Span here) {
    if (tooLarge.isEmpty()) {
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
}
