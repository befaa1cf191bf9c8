package io.policyc.compiler.falco.condition;

/// Leaves the parser at the first thing that is no condition; never leaves this package.
final class ConditionSyntax extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ConditionSyntax(Problem problem) {
    // No stack trace: this is an answer, and hostile texts ask for many.
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
