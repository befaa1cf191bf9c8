package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;

/// Names of objects that Kubernetes knows: service accounts, CIDR groups, runtime classes.
final class ObjectNames {
  private final Report report;

  ObjectNames(Report report) {
    this.report = report;
  }

  /// Whether an object of Kubernetes can be called so; what is wrong was reported.
  boolean check(Word word) {
    boolean right = NameSyntax.isSubdomain(word.text());
    if (!right) {
      report.add(
          Code.PC0202
              .at(word.span(), "no object of Kubernetes is named " + Say.quote(word.text()))
              .withHelp("use lower-case letters, digits, `-` and `.`, at most 253"));
    }
    return right;
  }
}
