package io.policyc.compiler.regex;

import io.policyc.compiler.regex.RegexNode.Alternation;
import io.policyc.compiler.regex.RegexNode.AnyChar;
import io.policyc.compiler.regex.RegexNode.Assertion;
import io.policyc.compiler.regex.RegexNode.CharClass;
import io.policyc.compiler.regex.RegexNode.Concat;
import io.policyc.compiler.regex.RegexNode.Empty;
import io.policyc.compiler.regex.RegexNode.Group;
import io.policyc.compiler.regex.RegexNode.Literal;
import io.policyc.compiler.regex.RegexNode.Never;
import io.policyc.compiler.regex.RegexNode.Repeat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/// Writes counts out as sequences and optional parts, as RE2 does before it compiles.
///
/// A count from nothing to two or more stays as it is, since writing it out nests one level a copy;
/// [ProgramBuilder] does that in a loop.
///
/// Source: RE2, re2/simplify.cc.
final class Simplifier {
  private Simplifier() {}

  static RegexNode simplified(RegexNode node) {
    return expanded(joined(node));
  }

  private static RegexNode joined(RegexNode node) {
    return switch (node) {
      case Concat(var parts) -> new Concat(Coalescing.coalesced(each(parts, Simplifier::joined)));
      case Alternation(var choices) -> new Alternation(each(choices, Simplifier::joined));
      case Group group -> new Group(group.index(), joined(group.of()));
      case Repeat repeat -> of(repeat, joined(repeat.of()));
      case Empty _, Never _, Literal _, CharClass _, AnyChar _, Assertion _ -> node;
    };
  }

  private static RegexNode expanded(RegexNode node) {
    return switch (node) {
      case Concat(var parts) -> new Concat(each(parts, Simplifier::expanded));
      case Alternation(var choices) -> new Alternation(each(choices, Simplifier::expanded));
      case Group group -> new Group(group.index(), expanded(group.of()));
      case Repeat repeat -> repeat(repeat, expanded(repeat.of()));
      case CharClass(var set) when set.isEmpty() -> new Never();
      case CharClass(var set) when set.equals(CharSet.ALL) -> new AnyChar();
      case Empty _, Never _, Literal _, CharClass _, AnyChar _, Assertion _ -> node;
    };
  }

  private static List<RegexNode> each(List<RegexNode> nodes, UnaryOperator<RegexNode> change) {
    return nodes.stream().map(change).toList();
  }

  private static Repeat of(Repeat r, RegexNode inner) {
    return new Repeat(inner, r.min(), r.max(), r.greedy(), r.counted(), r.under());
  }

  private static RegexNode repeat(Repeat repeat, RegexNode inner) {
    if (inner instanceof Empty) {
      return inner;
    }
    if (repeat.counted()) {
      return counted(repeat, inner);
    }
    boolean squashes =
        !inner.equals(repeat.of())
            && inner instanceof Repeat other
            && operator(other) == operator(repeat)
            && repeat.sameFlags(other);
    return squashes ? inner : of(repeat, inner);
  }

  private static RegexNode counted(Repeat repeat, RegexNode inner) {
    boolean nowhere = takesNoText(inner);
    int min = nowhere ? Math.min(repeat.min(), 1) : repeat.min();
    int max = nowhere ? Math.min(repeat.max(), 1) : repeat.max();
    if (max == RegexNode.UNBOUNDED) {
      return atLeast(repeat, inner, min);
    }
    if (max == 0) {
      return new Empty();
    }
    if (min == max) {
      return min == 1 ? inner : new Concat(Collections.nCopies(min, inner));
    }
    RegexNode tail = upTo(repeat, inner, max - min);
    if (min == 0) {
      return tail;
    }
    RegexNode head = min == 1 ? inner : new Concat(Collections.nCopies(min, inner));
    return new Concat(List.of(head, tail));
  }

  private static RegexNode atLeast(Repeat repeat, RegexNode inner, int min) {
    if (min < 2) {
      return operator(repeat, inner, min, RegexNode.UNBOUNDED);
    }
    List<RegexNode> parts = new ArrayList<>(Collections.nCopies(min - 1, inner));
    parts.add(operator(repeat, inner, 1, RegexNode.UNBOUNDED));
    return new Concat(parts);
  }

  private static RegexNode upTo(Repeat repeat, RegexNode inner, int most) {
    return most == 1
        ? operator(repeat, inner, 0, 1)
        : new Repeat(inner, 0, most, repeat.greedy(), true, repeat.under());
  }

  /// `inner*`, `inner+` or `inner?`, and `inner*` for any two of them.
  static RegexNode operator(Repeat flags, RegexNode inner, int min, int max) {
    Repeat outer = new Repeat(inner, min, max, flags.greedy(), false, flags.under());
    if (!(inner instanceof Repeat r) || !outer.sameFlags(r)) {
      return outer;
    }
    if (outer.sameOperator(r) || operator(r) == '*') {
      return r;
    }
    // An optional chain is `(x(x)?)?`, whose inside is not taken apart here: RE2 may squash more.
    return r.counted()
        ? outer
        : new Repeat(r.of(), 0, RegexNode.UNBOUNDED, r.greedy(), false, r.under());
  }

  private static char operator(Repeat repeat) {
    if (repeat.max() == RegexNode.UNBOUNDED) {
      return repeat.min() == 0 ? '*' : '+';
    }
    return '?';
  }

  private static boolean takesNoText(RegexNode node) {
    return switch (node) {
      case Assertion _ -> true;
      case Concat(var parts) -> parts.stream().allMatch(Assertion.class::isInstance);
      case Alternation(var choices) -> choices.stream().allMatch(Assertion.class::isInstance);
      default -> false;
    };
  }
}
