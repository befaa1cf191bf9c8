package io.policyc.compiler.regex;

import io.policyc.compiler.regex.RegexNode.Alternation;
import io.policyc.compiler.regex.RegexNode.AnyChar;
import io.policyc.compiler.regex.RegexNode.Assertion;
import io.policyc.compiler.regex.RegexNode.CharClass;
import io.policyc.compiler.regex.RegexNode.Concat;
import io.policyc.compiler.regex.RegexNode.Empty;
import io.policyc.compiler.regex.RegexNode.Literal;
import io.policyc.compiler.regex.RegexNode.Repeat;
import java.util.ArrayList;
import java.util.List;

/// Takes common beginnings of neighbouring alternatives out in front, as RE2's parser does:
/// `abc|abd|x` is `ab[cd]|x`.
///
/// Source: RE2, re2/parse.cc, Regexp::FactorAlternation.
final class Factoring {
  private Factoring() {}

  /// The alternation of at least one choice, none of which is an alternation.
  static RegexNode alternation(List<RegexNode> choices) {
    List<RegexNode> factored = factored(choices);
    return factored.size() == 1 ? factored.getFirst() : new Alternation(factored);
  }

  private static List<RegexNode> factored(List<RegexNode> choices) {
    return mergedCharacters(commonFirstParts(commonPrefixes(choices)));
  }

  /// First round: runs that begin with the same characters.
  private static List<RegexNode> commonPrefixes(List<RegexNode> choices) {
    List<RegexNode> out = new ArrayList<>();
    int start = 0;
    while (start < choices.size()) {
      Lead lead = Lead.of(choices.get(start));
      int end = start + 1;
      while (end < choices.size() && lead.shared(Lead.of(choices.get(end))) > 0) {
        lead = lead.cut(lead.shared(Lead.of(choices.get(end))));
        end++;
      }
      if (end - start > 1) {
        out.add(withPrefix(lead, choices.subList(start, end)));
      } else {
        out.add(choices.get(start));
      }
      start = end;
    }
    return out;
  }

  private static RegexNode withPrefix(Lead lead, List<RegexNode> run) {
    List<RegexNode> rests = new ArrayList<>();
    for (RegexNode choice : run) {
      rests.add(withoutLead(choice, lead.text.length()));
    }
    RegexNode prefix = new Literal(lead.text, lead.anyCase);
    return new Concat(List.of(prefix, alternation(rests)));
  }

  /// The characters that a choice begins with.
  private record Lead(String text, boolean anyCase) {
    static Lead of(RegexNode node) {
      RegexNode first = node;
      while (first instanceof Concat concat) {
        first = concat.parts().getFirst();
      }
      return first instanceof Literal literal
          ? new Lead(literal.text(), literal.anyCase())
          : new Lead("", false);
    }

    int shared(Lead other) {
      if (anyCase != other.anyCase) {
        return 0;
      }
      int same = 0;
      int most = Math.min(text.length(), other.text.length());
      while (same < most && text.charAt(same) == other.text.charAt(same)) {
        same++;
      }
      return same;
    }

    Lead cut(int length) {
      return new Lead(text.substring(0, length), anyCase);
    }
  }

  private static RegexNode withoutLead(RegexNode node, int length) {
    return switch (node) {
      case Concat(var parts) -> {
        RegexNode first = withoutLead(parts.getFirst(), length);
        yield withFirst(first, parts.subList(1, parts.size()));
      }
      case Literal(var text, var anyCase) when length < text.length() ->
          new Literal(text.substring(length), anyCase);
      default -> new Empty();
    };
  }

  private static RegexNode withFirst(RegexNode first, List<RegexNode> others) {
    if (first instanceof Empty) {
      return others.size() == 1 ? others.getFirst() : new Concat(others);
    }
    List<RegexNode> parts = new ArrayList<>();
    parts.add(first);
    parts.addAll(others);
    return new Concat(parts);
  }

  /// Second round: runs whose first part is the same class, assertion or fixed count of one.
  private static List<RegexNode> commonFirstParts(List<RegexNode> choices) {
    List<RegexNode> out = new ArrayList<>();
    int start = 0;
    while (start < choices.size()) {
      RegexNode first = firstPart(choices.get(start));
      int end = start + 1;
      while (end < choices.size()
          && canFactor(first)
          && equal(first, firstPart(choices.get(end)))) {
        end++;
      }
      if (end - start > 1) {
        List<RegexNode> rests = new ArrayList<>();
        choices.subList(start, end).forEach(choice -> rests.add(withoutFirstPart(choice)));
        out.add(new Concat(List.of(first, alternation(rests))));
      } else {
        out.add(choices.get(start));
      }
      start = end;
    }
    return out;
  }

  private static RegexNode firstPart(RegexNode node) {
    return node instanceof Concat(var parts) && parts.size() >= 2 ? parts.getFirst() : node;
  }

  private static RegexNode withoutFirstPart(RegexNode node) {
    if (node instanceof Concat(var parts) && parts.size() >= 2) {
      return parts.size() == 2 ? parts.getLast() : new Concat(parts.subList(1, parts.size()));
    }
    return new Empty();
  }

  private static boolean canFactor(RegexNode first) {
    return first instanceof Assertion
        || first instanceof CharClass
        || first instanceof AnyChar
        || (first instanceof Repeat repeat
            && repeat.counted()
            && repeat.min() == repeat.max()
            && oneCharacter(repeat.of()));
  }

  private static boolean oneCharacter(RegexNode node) {
    return node instanceof CharClass
        || node instanceof AnyChar
        || (node instanceof Literal literal && literal.single());
  }

  /// Equal as RE2 compares: of a repeat's flags, only greed counts.
  static boolean equal(RegexNode a, RegexNode b) {
    if (a instanceof Repeat x && b instanceof Repeat y) {
      return x.counted() == y.counted()
          && x.min() == y.min()
          && x.max() == y.max()
          && x.greedy() == y.greedy()
          && equal(x.of(), y.of());
    }
    return a.equals(b);
  }

  /// Third round: runs of single characters and classes become one class.
  private static List<RegexNode> mergedCharacters(List<RegexNode> choices) {
    List<RegexNode> out = new ArrayList<>();
    int start = 0;
    while (start < choices.size()) {
      int end = start + 1;
      while (end < choices.size() && merges(choices.get(start)) && merges(choices.get(end))) {
        end++;
      }
      out.add(end - start > 1 ? merged(choices.subList(start, end)) : choices.get(start));
      start = end;
    }
    return out;
  }

  private static boolean merges(RegexNode node) {
    return node instanceof CharClass || (node instanceof Literal literal && literal.single());
  }

  private static RegexNode merged(List<RegexNode> run) {
    List<CharRange> all = new ArrayList<>();
    run.forEach(node -> all.addAll(characters(node).ranges()));
    return new CharClass(new CharSet(all));
  }

  private static CharSet characters(RegexNode node) {
    if (node instanceof Literal(var text, var anyCase)) {
      int c = text.codePointAt(0);
      CharSet one = CharSet.range(c, c);
      return anyCase ? one.ignoringCase() : one;
    }
    return node instanceof CharClass(var set) ? set : CharSet.NONE;
  }
}
