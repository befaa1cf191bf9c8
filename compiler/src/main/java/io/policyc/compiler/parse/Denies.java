package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.PortClause;
import io.policyc.compiler.ast.Statement;
import java.util.List;
import java.util.Set;

/// `deny world to backend port 9000`.
final class Denies {
  private static final Set<String> AFTER_SENDERS = Set.of("to", "on", "may", "can", "from");
  private static final Set<String> AFTER_RECEIVERS =
      Set.of("port", "ports", "with", "without", "because");
  private static final Set<String> VERBS = Set.of("reach", "connect", "access", "call", "ping");

  private Denies() {}

  /// Reads a sentence from its word `deny`.
  static Body read(Cursor in) {
    in.next();
    List<Party> senders = Subjects.list(in, AFTER_SENDERS);
    NoNobody.refuse(in, senders);
    preposition(in);
    List<Party> receivers = Parties.list(in, AFTER_RECEIVERS);
    NoNobody.refuse(in, receivers);
    PortClause ports = Ports.begins(in) ? Ports.clause(in) : new PortClause.Unsaid();
    if (in.at("with") || in.at("without")) {
      throw in.fail(
          Code.PC0149,
          in.peek(),
          "`deny` has no conditions: it refuses ports, not requests",
          "write `deny … to … port …`, or leave the request out of every grant");
    }
    return (notes, span) -> new Statement.Deny(senders, receivers, ports, notes, span);
  }

  private static void preposition(Cursor in) {
    if (in.at("may") || in.at("can")) {
      throw in.fail(
          Code.PC0135,
          in.peek(),
          "`deny` has no `" + in.peek().text() + "`",
          "write `deny "
              + senders(in)
              + " to …` for a rule, or `never "
              + senders(in)
              + " may …` for a promise");
    }
    if (in.at("on")) {
      in.mend(Code.PC0124, in.peek(), "after the senders stands `to`", in.instead(in.peek(), "to"));
      in.next();
    } else {
      in.expect("to", "`to <workload>`", "write `deny world to backend port 9000`");
    }
    if (in.peek().isWord() && VERBS.contains(in.peek().text()) && Parties.isName(in.peek(1))) {
      verb(in);
    }
  }

  // `deny world to reach backend`.
  private static void verb(Cursor in) {
    Lexeme verb = in.next();
    in.take("to");
    in.mend(
        Code.PC0135,
        verb,
        "`deny` has no verb: it refuses every conversation",
        in.without(verb, in.peek()));
  }

  private static String senders(Cursor in) {
    return in.span(in.peekAt(1).start(), in.last().end()).text();
  }
}
