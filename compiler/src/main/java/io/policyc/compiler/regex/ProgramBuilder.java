package io.policyc.compiler.regex;

import io.policyc.compiler.regex.Fragment.Ends;
import io.policyc.compiler.regex.Program.Op;
import io.policyc.compiler.regex.RegexNode.Alternation;
import io.policyc.compiler.regex.RegexNode.AnyChar;
import io.policyc.compiler.regex.RegexNode.Assertion;
import io.policyc.compiler.regex.RegexNode.CharClass;
import io.policyc.compiler.regex.RegexNode.Concat;
import io.policyc.compiler.regex.RegexNode.Empty;
import io.policyc.compiler.regex.RegexNode.Group;
import io.policyc.compiler.regex.RegexNode.Literal;
import io.policyc.compiler.regex.RegexNode.Never;
import io.policyc.compiler.regex.RegexNode.Place;
import io.policyc.compiler.regex.RegexNode.Repeat;
import java.util.ArrayList;
import java.util.List;

/// Compiles a simplified expression to the instructions that RE2 compiles it to, in its order.
///
/// Source: RE2, re2/compile.cc.
final class ProgramBuilder {
  /// How deep RE2 looks for an anchor at the beginning.
  private static final int ANCHOR_DEPTH = 4;

  private final Program program = new Program();
  private final boolean utf8;

  private ProgramBuilder(boolean utf8) {
    this.utf8 = utf8;
  }

  static Program program(RegexNode simplified, boolean utf8) {
    ProgramBuilder builder = new ProgramBuilder(utf8);
    builder.whole(simplified);
    return builder.program;
  }

  private void whole(RegexNode node) {
    RegexNode withoutBegin = withoutAnchor(node, true, 0);
    boolean anchored = !withoutBegin.equals(node);
    Fragment body = fragment(withoutAnchor(withoutBegin, false, 0));
    Fragment all = then(body, new Fragment(program.add(Op.MATCH), Ends.none(), false));
    int start = all.begin();
    if (!anchored) {
      Fragment anything = single(program.addBytes(0, 0xFF, false));
      all = then(star(anything, false), all);
    }
    program.begin(start, all.begin());
  }

  /// The node without the anchor that it begins or ends with, or the node itself.
  private static RegexNode withoutAnchor(RegexNode node, boolean begin, int depth) {
    if (depth >= ANCHOR_DEPTH) {
      return node;
    }
    return switch (node) {
      case Concat(var parts) -> {
        int at = begin ? 0 : parts.size() - 1;
        RegexNode inner = withoutAnchor(parts.get(at), begin, depth + 1);
        yield inner.equals(parts.get(at)) ? node : with(parts, at, inner);
      }
      case Group group -> {
        RegexNode inner = withoutAnchor(group.of(), begin, depth + 1);
        yield inner.equals(group.of()) ? node : new Group(group.index(), inner);
      }
      case Assertion(var place) when isAnchor(place, begin) -> new Empty();
      default -> node;
    };
  }

  private static boolean isAnchor(Place place, boolean begin) {
    return begin ? place == Place.BEGIN_TEXT : place == Place.END_TEXT || place == Place.DOLLAR;
  }

  private static RegexNode with(List<RegexNode> parts, int at, RegexNode replacement) {
    List<RegexNode> changed = new ArrayList<>(parts);
    changed.set(at, replacement);
    return new Concat(changed);
  }

  private Fragment fragment(RegexNode node) {
    if (program.full()) {
      return Fragment.never();
    }
    return switch (node) {
      case Empty _ -> new Fragment(program.add(Op.NOP), out(program.size() - 1), true);
      case Never _ -> Fragment.never();
      case Literal literal -> literal(literal);
      case CharClass(var set) -> charClass(set);
      case AnyChar _ -> anyChar();
      case Concat(var parts) -> concat(parts);
      case Alternation(var choices) -> alternation(choices);
      case Repeat repeat -> repeat(repeat);
      case Group group -> capture(fragment(group.of()));
      case Assertion _ -> new Fragment(program.add(Op.EMPTY_WIDTH), out(program.size() - 1), true);
    };
  }

  private static Ends out(int id) {
    return Ends.of(id, false);
  }

  private Fragment single(int id) {
    return new Fragment(id, out(id), false);
  }

  /// Only ASCII reaches this: the parser refuses the rest.
  private Fragment literal(Literal literal) {
    Fragment all = Fragment.never();
    for (int i = 0; i < literal.text().length(); i++) {
      char c = literal.text().charAt(i);
      Fragment next = single(program.addBytes(c, c, literal.anyCase()));
      all = i == 0 ? next : then(all, next);
    }
    return all;
  }

  private Fragment anyChar() {
    RuneRanges ranges = new RuneRanges(program, utf8);
    ranges.add(0, Character.MAX_CODE_POINT, false);
    return ranges.fragment();
  }

  private Fragment charClass(CharSet set) {
    boolean fold = set.sameForBothCases();
    RuneRanges ranges = new RuneRanges(program, utf8);
    for (CharRange range : set.ranges()) {
      if (!fold || !range.within('A', 'Z')) {
        ranges.add(range.lo(), range.hi(), fold && caseMatters(range));
      }
    }
    return ranges.fragment();
  }

  private static boolean caseMatters(CharRange range) {
    boolean all = range.lo() <= 'A' && 'z' <= range.hi();
    boolean none = range.hi() < 'A' || 'z' < range.lo() || ('Z' < range.lo() && range.hi() < 'a');
    return !all && !none;
  }

  private Fragment concat(List<RegexNode> parts) {
    Fragment all = fragment(parts.getFirst());
    for (RegexNode part : parts.subList(1, parts.size())) {
      all = then(all, fragment(part));
    }
    return all;
  }

  private Fragment alternation(List<RegexNode> choices) {
    Fragment all = fragment(choices.getFirst());
    for (RegexNode choice : choices.subList(1, choices.size())) {
      all = or(all, fragment(choice));
    }
    return all;
  }

  private Fragment then(Fragment a, Fragment b) {
    if (a.isNever() || b.isNever()) {
      return Fragment.never();
    }
    a.ends().to(program, b.begin());
    boolean nothing = program.op(a.begin()) == Op.NOP && a.ends().onlyOutOf(a.begin());
    return nothing ? b : new Fragment(a.begin(), b.ends(), a.nullable() && b.nullable());
  }

  private Fragment or(Fragment a, Fragment b) {
    if (a.isNever()) {
      return b;
    }
    if (b.isNever()) {
      return a;
    }
    int id = program.add(Op.ALT);
    program.out(id, a.begin());
    program.second(id, b.begin());
    return new Fragment(id, a.ends().and(b.ends()), a.nullable() || b.nullable());
  }

  private Fragment capture(Fragment a) {
    if (a.isNever()) {
      return a;
    }
    int open = program.add(Op.CAPTURE);
    int close = program.add(Op.CAPTURE);
    program.out(open, a.begin());
    a.ends().to(program, close);
    return new Fragment(open, out(close), a.nullable());
  }

  private Fragment repeat(Repeat repeat) {
    if (repeat.counted()) {
      return optionalChain(repeat);
    }
    Fragment one = fragment(repeat.of());
    if (repeat.max() == 1) {
      return optional(one, repeat.greedy());
    }
    return repeat.min() == 1 ? plus(one, repeat.greedy()) : star(one, repeat.greedy());
  }

  /// `x{0,3}` is `(x(x(x)?)?)?`: all copies first, then the options from the inside out.
  private Fragment optionalChain(Repeat repeat) {
    List<Fragment> copies = new ArrayList<>();
    for (int i = 1; i < repeat.max() && !program.full(); i++) {
      copies.add(fragment(repeat.of()));
    }
    Fragment chain = fragment(Simplifier.operator(repeat, repeat.of(), 0, 1));
    for (Fragment copy : copies.reversed()) {
      chain = optional(then(copy, chain), repeat.greedy());
    }
    return chain;
  }

  private Fragment optional(Fragment a, boolean greedy) {
    if (a.isNever()) {
      return fragment(new Empty());
    }
    int id = branch(a, greedy);
    return new Fragment(id, Ends.of(id, greedy).and(a.ends()), true);
  }

  private Fragment plus(Fragment a, boolean greedy) {
    int id = branch(a, greedy);
    a.ends().to(program, id);
    return new Fragment(a.begin(), Ends.of(id, greedy), a.nullable());
  }

  private Fragment star(Fragment a, boolean greedy) {
    if (a.nullable()) {
      return optional(plus(a, greedy), greedy);
    }
    int id = branch(a, greedy);
    a.ends().to(program, id);
    return new Fragment(id, Ends.of(id, greedy), true);
  }

  /// A choice between a piece and an open end, the piece first if greedy.
  private int branch(Fragment a, boolean greedy) {
    int id = program.add(Op.ALT);
    if (greedy) {
      program.out(id, a.begin());
    } else {
      program.second(id, a.begin());
    }
    return id;
  }
}
