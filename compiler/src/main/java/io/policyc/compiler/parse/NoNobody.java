package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Party;
import java.util.List;

/// `nobody` is a word of `expect`: a grant to nobody would say nothing.
final class NoNobody {
  private NoNobody() {}

  /// Refuses `nobody` among the parties of a sentence.
  static void refuse(Cursor in, List<Party> parties) {
    for (Party party : parties) {
      if (party instanceof Party.Nobody nobody) {
        throw in.fail(
            Code.PC0144,
            nobody.span(),
            "`nobody` stands only in `expect`",
            "write `never anyone may …` for a promise, or `expect nobody can …` for a test");
      }
    }
  }
}
