package io.policyc.compiler.parse;

/// Leaves a reader after it has said what is wrong; caught at the end of the item or the sentence,
/// never seen outside this package.
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // What went wrong is in the report: a stack would only cost time.
  Unreadable() {
    super(null, null, false, false);
  }
}
