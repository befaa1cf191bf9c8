package io.policyc.cli.output;

import java.io.IOException;

/// Runs what tidies up after a failure: the failure itself is the one to tell.
final class Quietly {
  private Quietly() {}

  /// Something that the disk may refuse.
  interface Step {
    /// Does it.
    void run() throws IOException;
  }

  /// Runs a step.
  ///
  /// @return whether the disk did it
  static boolean run(Step step) {
    try {
      step.run();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
