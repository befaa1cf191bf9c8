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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a tree means, as naively as it can be said: from a set of places to the places after it.
final class AstMatcher {
  private final String text;

  AstMatcher(String text) {
    this.text = text;
  }

  static boolean matches(RegexNode node, String text) {
    return new AstMatcher(text).after(node, new TreeSet<>(List.of(0))).contains(text.length());
  }

  private Set<Integer> after(RegexNode node, Set<Integer> places) {
    Set<Integer> out = new TreeSet<>();
    switch (node) {
      case Empty _ -> out.addAll(places);
      case Never _ -> {}
      case Literal literal -> places.forEach(at -> literal(literal, at, out));
      case CharClass(var set) -> places.forEach(at -> character(set, at, out));
      case AnyChar _ -> places.forEach(at -> character(CharSet.ALL, at, out));
      case Concat(var parts) -> {
        Set<Integer> at = places;
        for (RegexNode part : parts) {
          at = after(part, at);
        }
        out.addAll(at);
      }
      case Alternation(var choices) -> choices.forEach(c -> out.addAll(after(c, places)));
      case Group group -> out.addAll(after(group.of(), places));
      case Repeat repeat -> out.addAll(repeat(repeat, places));
      case Assertion(var place) -> places.stream().filter(at -> holds(place, at)).forEach(out::add);
    }
    return out;
  }

  private Set<Integer> repeat(Repeat repeat, Set<Integer> places) {
    Set<Integer> at = places;
    for (int i = 0; i < repeat.min(); i++) {
      at = after(repeat.of(), at);
    }
    Set<Integer> all = new TreeSet<>(at);
    int most =
        repeat.max() == RegexNode.UNBOUNDED ? Integer.MAX_VALUE : repeat.max() - repeat.min();
    for (int i = 0; i < most; i++) {
      at = after(repeat.of(), at);
      if (!all.addAll(at)) {
        break;
      }
    }
    return all;
  }

  private void literal(Literal literal, int at, Set<Integer> out) {
    int length = literal.text().length();
    if (text.regionMatches(literal.anyCase(), at, literal.text(), 0, length)) {
      out.add(at + length);
    }
  }

  private void character(CharSet set, int at, Set<Integer> out) {
    if (at < text.length() && set.contains(text.codePointAt(at))) {
      out.add(at + 1);
    }
  }

  private boolean holds(RegexNode.Place place, int at) {
    boolean begin = at == 0;
    boolean end = at == text.length();
    boolean word = isWord(at - 1) != isWord(at);
    return switch (place) {
      case BEGIN_TEXT -> begin;
      case END_TEXT, DOLLAR -> end;
      case BEGIN_LINE -> begin || text.charAt(at - 1) == '\n';
      case END_LINE -> end || text.charAt(at) == '\n';
      case WORD -> word;
      case NOT_WORD -> !word;
    };
  }

  private boolean isWord(int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
