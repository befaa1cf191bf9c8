package io.policyc.compiler.regex;

import io.policyc.compiler.regex.RegexNode.Alternation;
import io.policyc.compiler.regex.RegexNode.Concat;
import io.policyc.compiler.regex.RegexNode.Group;
import io.policyc.compiler.regex.RegexNode.Repeat;
import java.util.List;

/// What RE2's parser does about repeats of repeats.
final class Repeats {
  private Repeats() {}

  /// `(?:a*)*` is `a*`, and so is any other pair of the uncounted operators.
  static RegexNode squashed(Repeat outer) {
    boolean squashes =
        outer.of() instanceof Repeat inner
            && !outer.counted()
            && !inner.counted()
            && outer.sameFlags(inner);
    if (!squashes) {
      return outer;
    }
    Repeat inner = (Repeat) outer.of();
    return outer.sameOperator(inner)
        ? inner
        : new Repeat(inner.of(), 0, RegexNode.UNBOUNDED, inner.greedy(), false, inner.under());
  }

  /// How often the innermost part of counted repeats is there.
  static int copies(RegexNode node) {
    return switch (node) {
      case Repeat repeat -> {
        int count = Math.max(repeat.min(), repeat.max());
        yield copies(repeat.of()) * (repeat.counted() ? Math.max(1, count) : 1);
      }
      case Group group -> copies(group.of());
      case Concat concat -> mostCopies(concat.parts());
      case Alternation alternation -> mostCopies(alternation.choices());
      default -> 1;
    };
  }

  private static int mostCopies(List<RegexNode> nodes) {
    int most = 1;
    for (RegexNode node : nodes) {
      most = Math.max(most, copies(node));
    }
    return most;
  }
}
