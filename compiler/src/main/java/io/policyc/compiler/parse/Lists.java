package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Lists: items with `,` between them.
final class Lists {
  private static final Set<String> AND = Set.of("and", "or", "&", "&&", "+", "|");

  private Lists() {}

  /// Reads at least one item.
  ///
  /// @param follow words that stand after such a list: a `,` before one of them is too many
  static <T> List<T> of(Cursor in, Set<String> follow, Function<Cursor, T> item) {
    List<T> items = new ArrayList<>();
    do {
      items.add(item.apply(in));
    } while (more(in, follow));
    return items;
  }

  /// Reads words or texts.
  ///
  /// @param wanted what one of them is, in users' words
  static List<Word> words(Cursor in, Set<String> follow, String wanted) {
    return of(in, follow, c -> c.word(Names.name(c, wanted)));
  }

  /// Reads what stands between two items; false at the end of the list.
  static boolean more(Cursor in, Set<String> follow) {
    return in.at(Lexeme.Kind.COMMA) ? comma(in, follow) : in.peek().isWord() && and(in);
  }

  private static boolean comma(Cursor in, Set<String> follow) {
    Lexeme comma = in.next();
    if (in.peek().isWord() && AND.contains(in.peek().text())) {
      Lexeme and = in.next();
      in.mend(
          Code.PC0123,
          and,
          "only `,` stands between the items of a list",
          in.without(and, in.peek()));
    }
    if (in.peek().isWord() && follow.contains(in.peek().text())) {
      in.mend(Code.PC0142, comma, "this `,` has nothing after it", new Fix(in.span(comma), ""));
      return false;
    }
    return true;
  }

  private static boolean and(Cursor in) {
    if (!AND.contains(in.peek().text())) {
      return false;
    }
    int before = in.last().end();
    Lexeme and = in.next();
    in.mend(
        Code.PC0123,
        and,
        "`,` stands between the items of a list, not " + Quote.of(and.text()),
        new Fix(in.span(before, and.end()), ","));
    return true;
  }
}
