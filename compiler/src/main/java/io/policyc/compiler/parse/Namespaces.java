package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import java.util.List;
import java.util.Optional;

/// `namespace shop`, `namespace shop is closed`, `namespace shop is restricted at v1.34`.
final class Namespaces {
  private static final List<String> STATES = List.of("closed", "restricted", "baseline");

  private Namespaces() {}

  /// Reads a sentence from its word `namespace`.
  static Body read(Cursor in, boolean foreign) {
    in.next();
    boolean header = in.peek(1).kind() == Lexeme.Kind.END || in.peek(1).is("because");
    Word name = header ? Names.declaredNamespace(in) : Names.namespace(in);
    if (in.atEnd() || in.at("because")) {
      return (notes, span) -> new Statement.Header(foreign, name, notes, span);
    }
    if (in.at(Lexeme.Kind.COMMA)) {
      throw in.fail(
          Code.PC0104,
          in.peek(),
          "a sentence speaks of one namespace",
          "write a sentence for each");
    }
    in.expect("is", "`is` or the end of the line", "write `namespace " + name + " is closed`");
    return foreign ? foreignIs(in) : state(in, name);
  }

  private static Body foreignIs(Cursor in) {
    throw in.fail(
        Code.PC0104,
        in.last(),
        "a foreign namespace is somebody else's: nothing is closed or asked for there",
        "write `foreign namespace …` alone on its line");
  }

  private static Body state(Cursor in, Word name) {
    String state =
        in.choose(Code.PC0147, "state of a namespace", STATES).orElseThrow(() -> unknown(in, name));
    if (state.equals("closed")) {
      return (notes, span) -> new Statement.NamespaceClosed(name, notes, span);
    }
    Word profile = new Word(state, false, in.span(in.last()));
    Optional<Word> version =
        in.take("at")
            ? Optional.of(in.word(Names.name(in, "a version such as `v1.34`")))
            : Optional.empty();
    return (notes, span) -> new Statement.Profile(name, profile, version, notes, span);
  }

  private static Unreadable unknown(Cursor in, Word name) {
    String help = "write `namespace " + name + " is closed`, or `restricted` or `baseline`";
    return in.atEnd()
        ? in.unexpected("a state", help)
        : in.fail(
            Code.PC0147, in.peek(), Found.of(in.peek()) + " is no state of a namespace", help);
  }
}
