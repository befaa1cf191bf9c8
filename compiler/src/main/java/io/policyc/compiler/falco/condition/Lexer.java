package io.policyc.compiler.falco.condition;

import java.util.Optional;

/// A place in a condition's text, and the words that can stand there.
///
/// Source: libs 0.25.4, userspace/libsinsp/filter/parser.cpp; a NUL ends what is in quotes and is
/// an ordinary character elsewhere.
final class Lexer {
  private static final String AND = "and";
  private static final String OR = "or";

  private final String text;
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /// The character here, NUL at the end.
  char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  /// Steps over a text that stands here, whatever follows it.
  boolean skip(String expected) {
    if (!text.startsWith(expected, at)) {
      return false;
    }
    at += expected.length();
    return true;
  }

  /// Steps over blanks; a form feed is none.
  boolean blanks() {
    int start = at;
    while (!atEnd() && isBlank(peek())) {
      at++;
    }
    return at > start;
  }

  /// Steps over a word and the blanks that must follow it.
  boolean skipWithBlank(String word) {
    int start = at;
    if (skip(word) && blanks()) {
      return true;
    }
    at = start;
    return false;
  }

  /// Steps over `not` and what the parser takes for a blank after it.
  boolean skipNot() {
    if (!text.startsWith("not", at) || at + 3 >= text.length() || !isSpace(text.charAt(at + 3))) {
      return false;
    }
    at += 3;
    while (!atEnd() && isSpace(peek())) {
      at++;
    }
    return true;
  }

  /// `proc.name`: identifiers joined by dots, at least two.
  Optional<String> fieldName() {
    int end = identifierEnd(at);
    int last = end;
    while (end > at && end < text.length() && text.charAt(end) == '.') {
      int next = identifierEnd(end + 1);
      if (next == end + 1) {
        break;
      }
      end = next;
    }
    return end == last ? Optional.empty() : Optional.of(upTo(end));
  }

  /// `spawned_process`
  Optional<String> identifier() {
    int end = identifierEnd(at);
    return end == at ? Optional.empty() : Optional.of(upTo(end));
  }

  /// An identifier that is neither `and` nor `or`.
  Optional<String> listName() {
    int start = at;
    Optional<String> name = identifier();
    if (name.isPresent() && (name.get().equals(AND) || name.get().equals(OR))) {
      at = start;
      return Optional.empty();
    }
    return name;
  }

  /// `0x1f`, `-5`, `1.5`, `1e+5`
  Optional<String> number() {
    int end = Numbers.end(text, at);
    return end == at ? Optional.empty() : Optional.of(upTo(end));
  }

  /// A constant without quotes.
  Optional<String> bare() {
    int end = at;
    while (end < text.length() && isBare(text.charAt(end))) {
      end++;
    }
    return end == at ? Optional.empty() : Optional.of(upTo(end));
  }

  /// A field's argument without quotes.
  Optional<String> bareArgument() {
    int end = at;
    while (end < text.length() && isArgument(text.charAt(end))) {
      end++;
    }
    return end == at ? Optional.empty() : Optional.of(upTo(end));
  }

  /// A constant in quotes, without them and with its escapes replaced.
  ///
  /// A quote behind a backslash never ends it, not even behind `\\`. On a bad escape the place is
  /// behind the closing quote, as in Falco.
  Optional<String> quoted() throws ConditionSyntax {
    char quote = peek();
    if (quote != '\'' && quote != '"') {
      return Optional.empty();
    }
    int start = at;
    for (int end = at + 1; end < text.length() && text.charAt(end) != '\0'; end++) {
      if (text.charAt(end) == quote && text.charAt(end - 1) != '\\') {
        at = end + 1;
        return Optional.of(Escapes.read(text, start, end));
      }
    }
    return Optional.empty();
  }

  /// The letters, digits and `_` right before this place.
  String wordBefore() {
    int start = at;
    while (start > 0 && isIdentifier(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, at);
  }

  private String upTo(int end) {
    String word = text.substring(at, end);
    at = end;
    return word;
  }

  private int identifierEnd(int from) {
    int end = from;
    if (end < text.length() && isLetter(text.charAt(end))) {
      while (end < text.length() && isIdentifier(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isIdentifier(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
  }

  static boolean isBare(char c) {
    return !isSpace(c) && "()\"'=,".indexOf(c) < 0;
  }

  static boolean isArgument(char c) {
    return !isSpace(c) && "[]\"'".indexOf(c) < 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\b' || c == '\r' || c == '\n';
  }
}
