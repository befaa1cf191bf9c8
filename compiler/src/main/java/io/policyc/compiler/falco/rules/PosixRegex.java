package io.policyc.compiler.falco.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Regular expressions as RE2 takes them in POSIX syntax: no `\d`, `\b`, `\pN`, `(?…)`.
///
/// Source: RE2, re2/parse.cc, without the Perl flags.
final class PosixRegex {
  private static final int MAX_REPEAT = 1000;
  private static final int MAX_DEPTH = 1000;

  private final String text;
  private final Deque<Long> groups = new ArrayDeque<>();
  private int at;
  private boolean repeatable;

  /// How often what stands left of here repeats, and what stands in the group before it.
  private long last = 1;

  private long inGroup = 1;

  private PosixRegex(String text) {
    this.text = text;
  }

  /// What is wrong with an expression.
  static Optional<String> problem(String text) {
    return new PosixRegex(text).parse();
  }

  /// Whether an expression says no more than an operator for texts could.
  static boolean isPlain(String text) {
    String middle = text.startsWith("^") ? text.substring(1) : text;
    middle = middle.startsWith(".*") ? middle.substring(2) : middle;
    middle = middle.endsWith("$") ? middle.substring(0, middle.length() - 1) : middle;
    middle = middle.endsWith(".*") ? middle.substring(0, middle.length() - 2) : middle;
    return middle.chars().noneMatch(c -> ".[]{}()*+?|\\^$".indexOf(c) >= 0);
  }

  private Optional<String> parse() {
    while (at < text.length()) {
      Optional<String> problem = step();
      if (problem.isPresent()) {
        return problem;
      }
    }
    return groups.isEmpty() ? Optional.empty() : wrong("a `)` is missing");
  }

  private Optional<String> step() {
    char c = text.charAt(at);
    return switch (c) {
      case '(' -> open();
      case ')' -> close();
      case '|' -> {
        at++;
        repeatable = false;
        last = 1;
        yield Optional.empty();
      }
      case '*', '+', '?' -> repeat(1, 1);
      case '{' -> braces();
      case '[' -> bracket();
      case '\\' -> single(RegexEscape.end(text, at));
      default -> single(at + 1);
    };
  }

  private static Optional<String> wrong(String message) {
    return Optional.of("this is no regular expression of RE2: " + message);
  }

  private Optional<String> open() {
    groups.push(inGroup);
    inGroup = 1;
    at++;
    repeatable = false;
    return groups.size() > MAX_DEPTH ? wrong("groups nest too deep") : Optional.empty();
  }

  private Optional<String> close() {
    if (groups.isEmpty()) {
      return wrong("a `)` closes nothing");
    }
    last = inGroup;
    inGroup = Math.max(groups.pop(), last);
    at++;
    repeatable = true;
    return Optional.empty();
  }

  private Optional<String> single(int end) {
    if (end < 0) {
      String escape = text.substring(at, Math.min(at + 2, text.length()));
      return wrong("`" + escape + "` is no escape");
    }
    at = end;
    repeatable = true;
    last = 1;
    return Optional.empty();
  }

  private Optional<String> repeat(int length, long count) {
    if (!repeatable) {
      return wrong("`" + text.substring(at, at + length) + "` has nothing to repeat");
    }
    at += length;
    // In POSIX syntax `??` and `**` repeat a repeat.
    last *= Math.max(count, 1);
    inGroup = Math.max(inGroup, last);
    return last > MAX_REPEAT
        ? wrong("it repeats more than " + MAX_REPEAT + " times")
        : Optional.empty();
  }

  private Optional<String> braces() {
    Optional<Repeat> read = Repeat.read(text, at);
    if (read.isEmpty()) {
      return single(at + 1);
    }
    Repeat repeat = read.get();
    if (repeat.wrong()) {
      return wrong("`" + text.substring(at, repeat.end()) + "` is no count up to " + MAX_REPEAT);
    }
    return repeat(repeat.end() - at, Math.max(repeat.min(), repeat.max()));
  }

  private Optional<String> bracket() {
    RegexClass read = RegexClass.read(text, at);
    return read.problem().isPresent() ? wrong(read.problem().get()) : single(read.end());
  }

  /// `{2}`, `{2,}`, `{2,3}`
  ///
  /// @param max -1 for any number
  private record Repeat(long min, long max, int end) {
    static Optional<Repeat> read(String text, int at) {
      int first = digits(text, at + 1);
      boolean comma = first < text.length() && text.charAt(first) == ',';
      int second = comma ? digits(text, first + 1) : first;
      boolean closed = second < text.length() && text.charAt(second) == '}';
      long min = number(text.substring(at + 1, first));
      String upper = comma ? text.substring(first + 1, second) : "";
      long max = comma ? (upper.isEmpty() ? -1 : number(upper)) : min;
      boolean literal = !closed || min < 0 || (comma && !upper.isEmpty() && max < 0);
      return literal ? Optional.empty() : Optional.of(new Repeat(min, max, second + 1));
    }

    boolean wrong() {
      return min > MAX_REPEAT || max > MAX_REPEAT || (max >= 0 && max < min);
    }

    private static int digits(String text, int from) {
      int end = from;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      return end;
    }

    // -1 where the brace is a character: no digits, or a leading zero.
    private static long number(String digits) {
      boolean zero = digits.length() > 1 && digits.startsWith("0");
      if (digits.isEmpty() || zero) {
        return -1;
      }
      return digits.length() > 8 ? MAX_REPEAT + 1L : Long.parseLong(digits);
    }
  }
}
