package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `never web may reach db`, `expect web cannot DELETE /api/** on backend`.
final class Promises {
  private static final Set<String> VERBS =
      Set.of("may", "can", "cannot", "can't", "cant", "must", "should", "to");

  private Promises() {}

  /// Reads a sentence from its word `never`.
  static Body never(Cursor in) {
    Lexeme never = in.next();
    if (in.at("alert")) {
      in.mend(
          Code.PC0120,
          never,
          "alerts are switched off with `no`, not with `never`",
          in.instead(never, "no"));
      return Alerts.read(in, true);
    }
    List<Party> senders = Subjects.list(in, VERBS);
    NoNobody.refuse(in, senders);
    if (in.at("can") || in.at("must") || in.at("should")) {
      in.mend(Code.PC0134, in.peek(), "`never` goes with `may`", in.instead(in.peek(), "may"));
      in.next();
    } else if (Actions.begin(in)) {
      in.mend(
          Code.PC0117,
          in.peek(),
          "`may` is missing before " + Found.of(in.peek()),
          in.before(in.peek(), "may "));
      in.doubt(in.since(in.first()));
    } else {
      in.expect("may", "`may`", "write `never web may reach db`");
    }
    Action action = Actions.read(in, "may");
    return (notes, span) -> new Statement.Never(senders, action, notes, span);
  }

  /// Reads a sentence from its word `expect`.
  static Body expect(Cursor in) {
    in.next();
    List<Party> senders = Subjects.list(in, VERBS);
    boolean can = modal(in);
    Action action = Actions.read(in, can ? "can" : "cannot");
    return (notes, span) -> new Statement.Expect(senders, can, action, notes, span);
  }

  private static boolean modal(Cursor in) {
    Lexeme modal = in.peek();
    boolean not = in.peek(1).is("not");
    boolean cant = modal.is("can't") || modal.is("cant");
    if (modal.is("may") || (modal.is("can") && not) || cant) {
      in.next();
      Lexeme end = not ? in.next() : modal;
      boolean can = !not && !cant;
      String right = can ? "can" : "cannot";
      in.mend(
          Code.PC0134,
          in.span(modal.start(), end.end()),
          "`expect` goes with `can` or `cannot`",
          new io.policyc.findings.Fix(in.span(modal.start(), end.end()), right));
      return can;
    }
    Optional<String> word = in.choose(Code.PC0102, "word of `expect`", List.of("can", "cannot"));
    return word.orElseThrow(
            () ->
                in.unexpected(
                    "`can` or `cannot`", "write `expect web can GET /api/v1/items on backend`"))
        .equals("can");
  }
}
