package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;

/// RE2 expressions: `re"/v[12]/.*"`.
final class Expressions {
  private Expressions() {}

  /// Reads an expression; what it says is judged later.
  static Word read(Cursor in) {
    Lexeme found = in.peek();
    if (found.kind() == Lexeme.Kind.EXPRESSION) {
      return in.word(in.next());
    }
    if (found.is("re") && in.peek(1).kind() == Lexeme.Kind.TEXT) {
      Lexeme re = in.next();
      in.mend(Code.PC0150, re, "`re` touches its quote", new Fix(in.between(re, in.peek()), ""));
    } else if (found.kind() == Lexeme.Kind.TEXT) {
      in.mend(
          Code.PC0150,
          found,
          "`re` stands before the quote of an expression",
          in.before(found, "re"));
    } else {
      throw in.unexpected("an expression", "write it as `re\"/v[12]/.*\"`");
    }
    return in.word(in.next());
  }
}
