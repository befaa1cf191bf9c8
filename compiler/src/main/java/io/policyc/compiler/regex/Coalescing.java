package io.policyc.compiler.regex;

import io.policyc.compiler.regex.RegexNode.AnyChar;
import io.policyc.compiler.regex.RegexNode.CharClass;
import io.policyc.compiler.regex.RegexNode.Empty;
import io.policyc.compiler.regex.RegexNode.Literal;
import io.policyc.compiler.regex.RegexNode.Repeat;
import java.util.ArrayList;
import java.util.List;

/// Joins neighbouring repeats of one character or class: `a*a+` is `a{1,}`.
///
/// Source: RE2, re2/simplify.cc, CoalesceWalker.
final class Coalescing {
  private Coalescing() {}

  /// The same parts, in fewer where some join.
  static List<RegexNode> coalesced(List<RegexNode> parts) {
    List<RegexNode> out = new ArrayList<>(parts);
    boolean changed = false;
    for (int i = 0; i + 1 < out.size(); i++) {
      if (out.get(i) instanceof Repeat repeat && joins(repeat, out.get(i + 1))) {
        join(repeat, out, i);
        changed = true;
      }
    }
    if (!changed) {
      return parts;
    }
    out.removeIf(Empty.class::isInstance);
    return out;
  }

  private static boolean joins(Repeat repeat, RegexNode next) {
    RegexNode one = repeat.of();
    boolean character =
        one instanceof CharClass
            || one instanceof AnyChar
            || (one instanceof Literal literal && literal.single());
    if (!character) {
      return false;
    }
    if (next instanceof Repeat other) {
      return other.greedy() == repeat.greedy() && one.equals(other.of());
    }
    return one.equals(next) || beginsWith(next, one);
  }

  private static boolean beginsWith(RegexNode next, RegexNode one) {
    return next instanceof Literal text
        && one instanceof Literal single
        && text.anyCase() == single.anyCase()
        && text.text().startsWith(single.text());
  }

  private static void join(Repeat repeat, List<RegexNode> parts, int i) {
    RegexNode next = parts.get(i + 1);
    if (next instanceof Literal text && !text.single()) {
      joinText(repeat, text, parts, i);
      return;
    }
    boolean repeats = next instanceof Repeat;
    int min = repeats ? ((Repeat) next).min() : 1;
    int max = repeats ? ((Repeat) next).max() : 1;
    parts.set(i, new Empty());
    parts.set(i + 1, longer(repeat, min, max));
  }

  private static void joinText(Repeat repeat, Literal text, List<RegexNode> parts, int i) {
    int same = 1;
    while (same < text.text().length() && text.text().charAt(same) == text.text().charAt(0)) {
      same++;
    }
    Repeat longer = longer(repeat, same, same);
    if (same == text.text().length()) {
      parts.set(i, new Empty());
      parts.set(i + 1, longer);
    } else {
      parts.set(i, longer);
      parts.set(i + 1, new Literal(text.text().substring(same), text.anyCase()));
    }
  }

  private static Repeat longer(Repeat repeat, int min, int max) {
    boolean unbounded = repeat.max() == RegexNode.UNBOUNDED || max == RegexNode.UNBOUNDED;
    int most = unbounded ? RegexNode.UNBOUNDED : repeat.max() + max;
    return new Repeat(repeat.of(), repeat.min() + min, most, repeat.greedy(), true, repeat.under());
  }
}
