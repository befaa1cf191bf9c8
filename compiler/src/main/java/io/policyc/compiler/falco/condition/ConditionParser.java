package io.policyc.compiler.falco.condition;

import io.policyc.compiler.falco.condition.Condition.Not;
import io.policyc.findings.Suggest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the text of a condition as Falco 0.44.1 does (libs 0.25.4,
/// userspace/libsinsp/filter/parser.cpp), list names not replaced.
///
/// What is open lies on a stack of its own, so that no text overflows the thread's.
public final class ConditionParser {
  /// How deep parentheses may nest; Falco itself has no limit but its stack.
  public static final int MAX_DEPTH = 5000;

  /// How many nodes of the tree may stand above each other, so that a reader may use the stack.
  public static final int MAX_TREE_DEPTH = 1500;

  private final Lexer in;
  private final CheckParser checks;
  private final List<Problem> oddities = new ArrayList<>();
  private final Deque<Group> open = new ArrayDeque<>();

  private ConditionParser(String text) {
    in = new Lexer(text);
    checks = new CheckParser(in, oddities);
  }

  /// A condition, or the first thing that is none.
  public static Result parse(String text) {
    ConditionParser parser = new ConditionParser(text);
    try {
      return new Parsed(parser.condition(), parser.oddities);
    } catch (ConditionSyntax e) {
      return new Refused(e.problem());
    }
  }

  /// What came of a text.
  public sealed interface Result {}

  /// A condition.
  ///
  /// @param oddities what Falco reads otherwise than it is written, without a word
  public record Parsed(Condition condition, List<Problem> oddities) implements Result {
    public Parsed {
      oddities = List.copyOf(oddities);
    }
  }

  /// No condition.
  public record Refused(Problem problem) implements Result {}

  private Condition condition() throws ConditionSyntax {
    open.push(new Group(in.at(), false, Group.Entry.TERM));
    boolean more = true;
    while (more) {
      term();
      more = joined();
    }
    return open.pop().condition();
  }

  /// Reads up to a comparison, opening what stands before it.
  private void term() throws ConditionSyntax {
    boolean opened = true;
    while (opened) {
      in.blanks();
      int at = in.at();
      boolean not = nots();
      if (in.skip("not(")) {
        open(at, !not, Group.Entry.TERM);
      } else {
        in.blanks();
        opened = in.peek() == '(';
        if (opened) {
          in.skip("(");
          open(at, not, Group.Entry.TERM);
        } else {
          Condition check = checks.check();
          top().and(not ? new Not(check, at) : check);
        }
      }
    }
  }

  private boolean nots() {
    boolean not = false;
    while (in.skipNot()) {
      not = !not;
    }
    return not;
  }

  /// Reads what follows a comparison.
  ///
  /// @return whether another term comes
  private boolean joined() throws ConditionSyntax {
    while (true) {
      in.blanks();
      if (top().takesAnd() && in.skip("and")) {
        return next("and", Group.Entry.TERM);
      }
      if (in.skip("or")) {
        top().or();
        return next("or", Group.Entry.ALTERNATIVE);
      }
      if (open.size() == 1) {
        end();
        return false;
      }
      close();
    }
  }

  private boolean next(String word, Group.Entry entry) throws ConditionSyntax {
    int at = in.at();
    if (in.blanks()) {
      return true;
    }
    if (!in.skip("(")) {
      throw wrong("a blank or `(` must stand behind `" + word + "`");
    }
    open(at, false, entry);
    return true;
  }

  private void open(int at, boolean not, Group.Entry entry) throws ConditionSyntax {
    if (open.size() > MAX_DEPTH) {
      throw wrong("parentheses nest deeper than " + MAX_DEPTH);
    }
    open.push(new Group(at, not, entry));
  }

  private void close() throws ConditionSyntax {
    if (!in.skip(")")) {
      throw unexpected("`and`, `or` or `)` must stand here");
    }
    Group closed = open.pop();
    top().add(closed);
    if (top().depth() > MAX_TREE_DEPTH) {
      throw wrong("terms nest deeper than " + MAX_TREE_DEPTH);
    }
  }

  private void end() throws ConditionSyntax {
    if (!in.atEnd()) {
      throw unexpected("`and` or `or` must stand here");
    }
  }

  private Group top() {
    return open.element();
  }

  private ConditionSyntax wrong(String message) {
    return new ConditionSyntax(Problem.of(in.at(), in.atEnd() ? 0 : 1, message));
  }

  private ConditionSyntax unexpected(String message) {
    int at = in.at();
    Optional<String> before = in.peek() == '(' ? transformer(in.wordBefore()) : Optional.empty();
    String word = in.bare().orElse("");
    int length = in.atEnd() ? word.length() : Math.max(1, word.length());
    Problem problem = Problem.of(at, length, message);
    Optional<String> help = before.or(() -> advice(word));
    return new ConditionSyntax(help.map(problem::withHelp).orElse(problem));
  }

  private static Optional<String> transformer(String word) {
    List<String> all = Arrays.stream(Transformer.values()).map(Transformer::text).toList();
    return Suggest.nearest(word, all).map(near -> "did you mean `" + near + "`?");
  }

  private static Optional<String> advice(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "and", "&&", "&" -> Optional.of("did you mean `and`?");
      case "or", "||", "|" -> Optional.of("did you mean `or`?");
      case "" -> Optional.empty();
      default -> Optional.of("put a constant that has blanks, quotes or any of `=(),` in quotes");
    };
  }
}
