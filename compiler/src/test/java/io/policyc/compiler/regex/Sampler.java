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
import java.util.Locale;
import java.util.Random;

/// Texts of printable ASCII that a tree matches, or that differ from one in a character or two.
final class Sampler {
  private final Random random;

  Sampler(Random random) {
    this.random = random;
  }

  String near(RegexNode node) {
    StringBuilder text = new StringBuilder();
    write(node, text);
    for (int changes = random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(text.length() + 1);
      if (at < text.length() && random.nextBoolean()) {
        text.deleteCharAt(at);
      } else {
        text.insert(at, (char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }

  private void write(RegexNode node, StringBuilder out) {
    switch (node) {
      case Empty _, Never _, Assertion _ -> {}
      case Literal literal -> out.append(cased(literal));
      case CharClass(var set) -> character(set, out);
      case AnyChar _ -> character(CharSet.ALL, out);
      case Concat(var parts) -> parts.forEach(part -> write(part, out));
      case Alternation(var choices) -> write(choices.get(random.nextInt(choices.size())), out);
      case Group group -> write(group.of(), out);
      case Repeat repeat -> {
        int most = repeat.max() == RegexNode.UNBOUNDED ? repeat.min() + 2 : repeat.max();
        int times = repeat.min() + random.nextInt(most - repeat.min() + 1);
        for (int i = 0; i < times; i++) {
          write(repeat.of(), out);
        }
      }
    }
  }

  private String cased(Literal literal) {
    boolean upper = literal.anyCase() && random.nextBoolean();
    return upper ? literal.text().toUpperCase(Locale.ROOT) : literal.text();
  }

  private void character(CharSet set, StringBuilder out) {
    for (int tries = 0; tries < 200; tries++) {
      char c = (char) (' ' + random.nextInt(95));
      if (set.contains(c)) {
        out.append(c);
        return;
      }
    }
  }
}
