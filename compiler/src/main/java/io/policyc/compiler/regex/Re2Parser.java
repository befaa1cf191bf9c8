package io.policyc.compiler.regex;

import io.policyc.compiler.regex.RegexNode.Assertion;
import io.policyc.compiler.regex.RegexNode.Place;
import java.util.Optional;

/// Reads an expression from left to right; [TreeBuilder] keeps what is open.
final class Re2Parser {
  private final Cursor cursor;
  private final EscapeParser escapes;
  private final TreeBuilder tree;
  private final GroupParser groups;

  /// Whether the last thing read was a repeat, which must not repeat again.
  private boolean afterRepeat;

  Re2Parser(String text, int max) {
    cursor = new Cursor(text);
    escapes = new EscapeParser(cursor);
    tree = new TreeBuilder(max);
    groups = new GroupParser(cursor, tree);
  }

  Re2.Result parse() {
    while (!cursor.atEnd() && !cursor.failed()) {
      boolean repeat = false;
      switch (cursor.peek()) {
        case '(' -> groups.open();
        case ')' -> groups.close();
        case '|' -> bar();
        case '*', '+', '?', '{' -> repeat = repeat();
        case '[' -> tree.charClass(charClass());
        case '.' -> {
          cursor.skip(".");
          tree.dot();
        }
        case '^' -> place("^", tree.multiLine() ? Place.BEGIN_LINE : Place.BEGIN_TEXT);
        case '$' -> place("$", tree.multiLine() ? Place.END_LINE : Place.DOLLAR);
        case '\\' -> escape();
        default -> tree.literal(cursor.next());
      }
      afterRepeat = repeat;
    }
    groups.end();
    return cursor.failed() ? cursor.refused() : new Re2.Parsed(tree.finish());
  }

  private void bar() {
    cursor.skip("|");
    tree.bar();
  }

  private void place(String sign, Place place) {
    cursor.skip(sign);
    tree.push(new Assertion(place));
  }

  private CharSet charClass() {
    return new ClassParser(cursor, escapes, tree.ignoreCase()).read();
  }

  private void escape() {
    switch (cursor.peek(1)) {
      case 'A' -> place("\\A", Place.BEGIN_TEXT);
      case 'z' -> place("\\z", Place.END_TEXT);
      case 'b' -> place("\\b", Place.WORD);
      case 'B' -> place("\\B", Place.NOT_WORD);
      case 'Q' -> quoted();
      case 'p', 'P' ->
          cursor.refuse(Re2.Kind.NOT_ANALYSABLE, cursor.at(), "Unicode classes are not analysed");
      case 'C' -> cursor.refuse(cursor.at(), "`\\C`, any byte, is not accepted by Go");
      default -> classOrCharacter();
    }
  }

  private void classOrCharacter() {
    Optional<CharSet> perl = CharClasses.perl(cursor.peek(1), tree.ignoreCase());
    if (perl.isPresent()) {
      cursor.moveTo(cursor.at() + 2);
      tree.charClass(perl.get());
    } else {
      char c = escapes.read();
      if (!cursor.failed()) {
        tree.literal(c);
      }
    }
  }

  private void quoted() {
    cursor.skip("\\Q");
    while (!cursor.atEnd() && !cursor.skip("\\E")) {
      tree.literal(cursor.next());
    }
  }

  /// False where `{` begins no count and is a character.
  private boolean repeat() {
    int start = cursor.at();
    Optional<Count> read = count();
    if (read.isEmpty()) {
      tree.literal(cursor.next());
      return false;
    }
    Count count = read.get();
    boolean greedy = !cursor.skip("?");
    String text = cursor.from(start);
    if (afterRepeat) {
      cursor.refuse(start, "`" + text + "` repeats a repeat: RE2 has no possessive operators");
    } else if (count.tooLarge()) {
      cursor.refuse(start, "`" + text + "` is not a count of at most " + Re2.MAX_REPEAT);
    } else if (!tree.canRepeat()) {
      cursor.refuse(start, "`" + text + "` has nothing to repeat");
    } else if (!tree.repeat(count.min, count.max, greedy, count.braces)) {
      cursor.refuse(start, "counts that repeat each other reach more than " + Re2.MAX_REPEAT);
    }
    return true;
  }

  private Optional<Count> count() {
    return switch (cursor.peek()) {
      case '*' -> simple("*", 0, RegexNode.UNBOUNDED);
      case '+' -> simple("+", 1, RegexNode.UNBOUNDED);
      case '?' -> simple("?", 0, 1);
      default -> braces();
    };
  }

  private Optional<Count> simple(String sign, int min, int max) {
    cursor.skip(sign);
    return Optional.of(new Count(min, max, false));
  }

  private Optional<Count> braces() {
    int start = cursor.at();
    cursor.skip("{");
    int min = number();
    int max = min;
    if (min >= 0 && cursor.skip(",")) {
      max = cursor.sees("}") ? RegexNode.UNBOUNDED : number();
    }
    boolean wrong = min < 0 || (max < 0 && !cursor.sees("}"));
    if (wrong || !cursor.skip("}")) {
      cursor.moveTo(start);
      return Optional.empty();
    }
    return Optional.of(new Count(min, max, true));
  }

  /// A number that is cut off above what is allowed, or -1.
  private int number() {
    int start = cursor.at();
    int value = 0;
    while (cursor.peek() >= '0' && cursor.peek() <= '9') {
      value = Math.min(value * 10 + cursor.next() - '0', Re2.MAX_REPEAT + 1);
    }
    int digits = cursor.at() - start;
    // Refused by RE2 as a number, so that the brace is a character.
    boolean leadingZero = digits > 1 && cursor.from(start).startsWith("0");
    return digits == 0 || leadingZero ? -1 : value;
  }

  private record Count(int min, int max, boolean braces) {
    boolean tooLarge() {
      boolean ordered = max == RegexNode.UNBOUNDED || min <= max;
      return !ordered || min > Re2.MAX_REPEAT || max > Re2.MAX_REPEAT;
    }
  }
}
