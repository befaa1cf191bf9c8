package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What becomes of an object, and why.
///
/// A field is found fault with once: in the first list that it belongs to.
///
/// @param outcome the answer, or what keeps from one
/// @param denied what refuses it: errors
/// @param warned what its sender is told: warnings
/// @param audited what is written down: notes
public record Decision(
    Outcome outcome, List<Finding> denied, List<Finding> warned, List<Finding> audited) {
  public Decision {
    denied = List.copyOf(denied);
    warned = List.copyOf(warned);
    audited = List.copyOf(audited);
  }

  /// The decision that findings and doubts make.
  static Decision of(
      List<Finding> denied, List<Finding> warned, List<Finding> audited, Set<Doubt> doubts) {
    return new Decision(outcome(!denied.isEmpty(), doubts), denied, warned, audited);
  }

  private static Outcome outcome(boolean denied, Set<Doubt> doubts) {
    // Nothing may be concluded of an object that an API server cannot decode.
    if (denied && !doubts.contains(Doubt.WRONG_TYPE)) {
      return new Outcome.Denied();
    }
    return doubts.isEmpty() ? new Outcome.Allowed() : Outcome.Undecided.of(doubts);
  }

  /// Everything that was found: what refuses first.
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>(denied);
    all.addAll(warned);
    all.addAll(audited);
    return all;
  }
}
