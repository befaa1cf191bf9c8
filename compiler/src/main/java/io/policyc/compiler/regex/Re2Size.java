package io.policyc.compiler.regex;

import io.policyc.compiler.regex.RegexNode.Assertion;
import io.policyc.compiler.regex.RegexNode.Concat;
import io.policyc.compiler.regex.RegexNode.Empty;
import io.policyc.compiler.regex.RegexNode.Literal;
import io.policyc.compiler.regex.RegexNode.Place;
import java.util.OptionalInt;

/// The size of the program that RE2 makes of an expression, which Envoy limits.
///
/// Envoy refuses an expression whose program is larger than [#LIMIT], and with it the whole policy
/// of the endpoint (cilium/cilium#41314). The size is computed by making the program: once for
/// bytes of UTF-8, as Envoy 1.36 does, and once for bytes alone, as Envoy 1.40 does by default; the
/// larger of the two counts.
public final class Re2Size {
  /// Largest program that Envoy accepts by default (`re2.max_program_size.error_level`).
  public static final int LIMIT = 100;

  private Re2Size() {}

  /// The size for every version aimed at; empty if the expression isn't one.
  ///
  /// Programs of 20,000 instructions and more are all given as that.
  public static OptionalInt of(String expression) {
    OptionalInt utf8 = of(expression, true);
    OptionalInt bytes = of(expression, false);
    return utf8.isPresent() && bytes.isPresent()
        ? OptionalInt.of(Math.max(utf8.getAsInt(), bytes.getAsInt()))
        : OptionalInt.empty();
  }

  /// Whether every version of Envoy aimed at accepts the expression.
  public static boolean fits(String expression) {
    OptionalInt size = of(expression);
    return size.isPresent() && size.getAsInt() <= LIMIT;
  }

  static OptionalInt of(String expression, boolean utf8) {
    int max = utf8 ? Character.MAX_CODE_POINT : 0xFF;
    return switch (Re2.parse(expression, max)) {
      case Re2.Parsed(var node) -> OptionalInt.of(size(node, utf8));
      case Re2.Refused _ -> OptionalInt.empty();
    };
  }

  private static int size(RegexNode node, boolean utf8) {
    RegexNode compiled = Simplifier.simplified(withoutPrefix(node));
    Program program = ProgramBuilder.program(compiled, utf8);
    return program.full() ? Program.MOST : Flattener.size(program);
  }

  /// What is compiled of `^abc…`: RE2 compares the text behind an anchor by itself, so that it
  /// costs nothing.
  ///
  /// Source: RE2, re2/regexp.cc, Regexp::RequiredPrefix.
  private static RegexNode withoutPrefix(RegexNode node) {
    if (!(node instanceof Concat(var parts))) {
      return node;
    }
    int anchors = 0;
    while (anchors < parts.size()
        && parts.get(anchors) instanceof Assertion(var place)
        && place == Place.BEGIN_TEXT) {
      anchors++;
    }
    int rest = anchors + 1;
    if (anchors == 0 || rest > parts.size() || !(parts.get(anchors) instanceof Literal)) {
      return node;
    }
    return switch (parts.size() - rest) {
      case 0 -> new Empty();
      case 1 -> parts.getLast();
      default -> new Concat(parts.subList(rest, parts.size()));
    };
  }
}
