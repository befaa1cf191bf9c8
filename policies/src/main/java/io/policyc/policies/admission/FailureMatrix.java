package io.policyc.policies.admission;

/// What a doubt means: the one table that turns "not known" into an answer.
///
/// It is written out in `docs/failure-matrix.md`, and a test compares both.
public final class FailureMatrix {
  private FailureMatrix() {}

  /// What becomes of an object that nobody can answer for, the strictest first.
  public enum Answer {
    /// It is refused.
    REFUSE,
    /// It is accepted, and its sender is warned.
    WARN,
    /// It is accepted, and the doubt is written down.
    ACCEPT
  }

  /// The answer to one doubt in one mode.
  ///
  /// An object that an API server cannot decode is refused in every mode. Any other doubt does what
  /// a finding would do.
  public static Answer answer(Doubt doubt, Mode mode) {
    return switch (doubt) {
      case WRONG_TYPE -> Answer.REFUSE;
      case NAMESPACE_UNKNOWN,
          RUNTIME_CLASS_UNKNOWN,
          SIGNATURE_NOT_CHECKED,
          REGISTRY_SILENT,
          DEADLINE,
          FAULT ->
          switch (mode) {
            case ENFORCE -> Answer.REFUSE;
            case WARN -> Answer.WARN;
            case AUDIT -> Answer.ACCEPT;
          };
    };
  }

  /// The answer to an outcome in one mode: of several doubts the strictest answer.
  public static Answer answer(Outcome outcome, Mode mode) {
    return switch (outcome) {
      case Outcome.Allowed() -> Answer.ACCEPT;
      case Outcome.Denied() -> Answer.REFUSE;
      case Outcome.Undecided(var why) ->
          why.stream()
              .map(doubt -> answer(doubt, mode))
              .min(java.util.Comparator.naturalOrder())
              .orElse(Answer.REFUSE);
    };
  }
}
