package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.regex.Re2;

/// RE2 expressions: `re"/v[12]/.*"`.
final class Expressions {
  private final Report report;

  Expressions(Report report) {
    this.report = report;
  }

  /// Whether it is one; what is wrong was reported.
  boolean check(Word word) {
    if (word.text().isEmpty()) {
      // Cilium reads an empty path as no condition: every request would pass.
      report.add(
          Code.PC0309
              .at(word.span(), "this expression matches no request: a path begins with `/`")
              .withHelp("write what the path must match, such as `re\"/v[12]/.*\"`"));
      return false;
    }
    return switch (Re2.parse(word.text())) {
      case Re2.Parsed _ -> true;
      case Re2.Refused(var kind, var offset, var reason) -> {
        report.add(
            Code.PC0309
                .at(
                    Places.inside(word, offset, offset + 1),
                    "this expression is refused: " + reason)
                .withHelp(help(kind)));
        yield false;
      }
    };
  }

  private static String help(Re2.Kind kind) {
    return switch (kind) {
      case SYNTAX -> "write it as RE2 reads it: it has no lookaround and no backreferences";
      case TOO_LARGE -> "shorten it, or write several sentences";
      case NOT_ANALYSABLE -> "write it another way: what it means could not be computed";
    };
  }
}
