package io.policyc.compiler.regex;

import io.policyc.compiler.regex.RegexNode.Alternation;
import io.policyc.compiler.regex.RegexNode.AnyChar;
import io.policyc.compiler.regex.RegexNode.CharClass;
import io.policyc.compiler.regex.RegexNode.Concat;
import io.policyc.compiler.regex.RegexNode.Empty;
import io.policyc.compiler.regex.RegexNode.Flags;
import io.policyc.compiler.regex.RegexNode.Group;
import io.policyc.compiler.regex.RegexNode.Literal;
import io.policyc.compiler.regex.RegexNode.Repeat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What the parser has read so far, shaped as RE2's parser shapes it on the way.
final class TreeBuilder {
  private static final int UNCAPTURED = 0;

  /// An open parenthesis, or the whole expression.
  private record Frame(
      int offset,
      int index,
      Flags flags,
      boolean lazy,
      List<RegexNode> choices,
      List<RegexNode> parts) {}

  private final int max;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private Flags flags = Flags.NONE;
  private boolean lazy;
  private int groups;

  TreeBuilder(int max) {
    this.max = max;
    open(0, UNCAPTURED);
  }

  Flags flags() {
    return flags;
  }

  boolean lazy() {
    return lazy;
  }

  void set(Flags now, boolean lazyNow) {
    flags = now;
    lazy = lazyNow;
  }

  boolean ignoreCase() {
    return flags.ignoreCase();
  }

  boolean multiLine() {
    return flags.multiLine();
  }

  int depth() {
    return frames.size() - 1;
  }

  /// Where the innermost open parenthesis stands.
  int opened() {
    return frames.getFirst().offset();
  }

  void openGroup(int offset) {
    groups++;
    open(offset, groups);
  }

  void openUncaptured(int offset) {
    open(offset, UNCAPTURED);
  }

  private void open(int offset, int index) {
    frames.push(new Frame(offset, index, flags, lazy, new ArrayList<>(), new ArrayList<>()));
  }

  /// Adds one more part to the innermost sequence.
  void push(RegexNode node) {
    List<RegexNode> parts = frames.getFirst().parts();
    joinLiterals(parts);
    parts.add(node);
  }

  void literal(char c) {
    if (ignoreCase() && Character.isLetter(c)) {
      charClass(CharSet.range(c, c).ignoringCase());
    } else {
      push(new Literal(String.valueOf(c), ignoreCase()));
    }
  }

  void dot() {
    if (flags.dotAll()) {
      push(new AnyChar());
    } else {
      charClass(CharSet.range('\n', '\n').not());
    }
  }

  /// A class of one character is that character; `[Aa]` is `a` in any case.
  void charClass(CharSet whole) {
    CharSet set = whole.upTo(max);
    int size = set.size();
    if (size == 1) {
      push(new Literal(Character.toString(set.least()), ignoreCase()));
    } else if (size == 2 && isUpper(set.least()) && set.contains(set.least() - 'A' + 'a')) {
      push(new Literal(Character.toString(set.least() - 'A' + 'a'), true));
    } else {
      push(new CharClass(set));
    }
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  boolean canRepeat() {
    return !frames.getFirst().parts().isEmpty();
  }

  /// Repeats the last part; false when counts inside counts multiply to too much.
  boolean repeat(int min, int max, boolean greedy, boolean counted) {
    List<RegexNode> parts = frames.getFirst().parts();
    Repeat repeat = new Repeat(parts.removeLast(), min, max, greedy != lazy, counted, flags);
    parts.add(Repeats.squashed(repeat));
    return !counted || Math.max(min, max) < 2 || Repeats.copies(repeat) <= Re2.MAX_REPEAT;
  }

  void bar() {
    Frame frame = frames.getFirst();
    RegexNode choice = sequence(frame.parts());
    frame.parts().clear();
    List<RegexNode> choices = frame.choices();
    if (!choices.isEmpty() && subsumes(choices.getLast(), choice)) {
      return;
    }
    if (!choices.isEmpty() && subsumes(choice, choices.getLast())) {
      choices.removeLast();
    }
    choices.add(choice);
  }

  private static boolean subsumes(RegexNode any, RegexNode other) {
    boolean oneChar =
        other instanceof AnyChar
            || other instanceof CharClass
            || (other instanceof Literal literal && literal.single());
    return any instanceof AnyChar && oneChar;
  }

  /// False when nothing is open.
  boolean close() {
    if (depth() == 0) {
      return false;
    }
    RegexNode inner = alternation();
    Frame frame = frames.pop();
    set(frame.flags(), frame.lazy());
    push(frame.index() == UNCAPTURED ? inner : new Group(frame.index(), inner));
    return true;
  }

  RegexNode finish() {
    return alternation();
  }

  private RegexNode alternation() {
    bar();
    List<RegexNode> choices = frames.getFirst().choices();
    if (choices.size() == 1) {
      return choices.getFirst();
    }
    List<RegexNode> flat = new ArrayList<>();
    for (RegexNode choice : choices) {
      if (choice instanceof Alternation inner) {
        flat.addAll(inner.choices());
      } else {
        flat.add(choice);
      }
    }
    return Factoring.alternation(flat);
  }

  private static RegexNode sequence(List<RegexNode> parts) {
    joinLiterals(parts);
    if (parts.isEmpty()) {
      return new Empty();
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<RegexNode> flat = new ArrayList<>();
    for (RegexNode part : parts) {
      if (part instanceof Concat inner) {
        flat.addAll(inner.parts());
      } else {
        flat.add(part);
      }
    }
    return new Concat(flat);
  }

  /// Makes one literal of the last two. Only called before another part is added, so that the star
  /// of `ab*` finds `b` alone.
  private static void joinLiterals(List<RegexNode> parts) {
    int size = parts.size();
    if (size >= 2
        && parts.get(size - 1) instanceof Literal last
        && parts.get(size - 2) instanceof Literal before
        && last.anyCase() == before.anyCase()) {
      parts.removeLast();
      parts.set(size - 2, new Literal(before.text() + last.text(), last.anyCase()));
    }
  }
}
