package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Behaviour;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `alert when web spawns a shell as warning`, `no alert when batch connects elsewhere`.
final class Alerts {
  /// Falco's priorities.
  private static final List<String> PRIORITIES =
      List.of(
          "emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug");

  private static final Map<String, String> SHORT =
      Map.of(
          "info",
          "informational",
          "information",
          "informational",
          "warn",
          "warning",
          "crit",
          "critical",
          "err",
          "error",
          "emerg",
          "emergency");

  private Alerts() {}

  /// Reads a sentence from its word `no`.
  static Body no(Cursor in) {
    in.next();
    if (!in.at("alert")) {
      in.expect(
          "alert", "`alert when …` after `no`", "write `no alert when …`, or `never … may …`");
      in.back(in.last().withText("alert"));
    }
    return read(in, true);
  }

  /// Reads a sentence from its word `alert`.
  static Body read(Cursor in, boolean negated) {
    in.next();
    if (in.at("if") || in.at("on")) {
      in.mend(Code.PC0102, in.peek(), "after `alert` stands `when`", in.instead(in.peek(), "when"));
      in.next();
    } else {
      in.expect("when", "`when`", "write `alert when web spawns a shell`");
    }
    List<Party> subjects = Subjects.list(in, Set.copyOf(Behaviours.VERBS));
    NoNobody.refuse(in, subjects);
    Behaviour behaviour = Behaviours.read(in);
    Optional<Word> priority = in.take("as") ? Optional.of(priority(in)) : Optional.empty();
    return (notes, span) ->
        new Statement.Alert(negated, subjects, behaviour, priority, notes, span);
  }

  private static Word priority(Cursor in) {
    Lexeme word = in.peek();
    String right = SHORT.get(word.text());
    if (right != null && word.isWord()) {
      in.mend(Code.PC0137, word, "it is called `" + right + "`", in.instead(word, right));
      in.replace(word.withText(right));
    }
    String priority =
        in.choose(Code.PC0137, "priority of Falco", PRIORITIES).orElseThrow(() -> unknown(in));
    return new Word(priority, false, in.span(in.last()));
  }

  private static Unreadable unknown(Cursor in) {
    String list = "write one of `" + String.join("`, `", PRIORITIES) + "`";
    return in.atEnd()
        ? in.unexpected("a priority", list)
        : in.fail(Code.PC0137, in.peek(), Found.of(in.peek()) + " is no priority of Falco", list);
  }
}
