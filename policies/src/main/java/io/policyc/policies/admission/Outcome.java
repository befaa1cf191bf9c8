package io.policyc.policies.admission;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a review says of an object.
public sealed interface Outcome {
  /// Everything that was asked was looked at, and nothing speaks against the object.
  record Allowed() implements Outcome {}

  /// Something speaks against it, whatever is in doubt.
  record Denied() implements Outcome {}

  /// Nothing that was looked at speaks against it, and something could not be looked at. What that
  /// means is said by [FailureMatrix].
  ///
  /// @param why at least one, in the order of [Doubt]
  record Undecided(List<Doubt> why) implements Outcome {
    /// @throws IllegalArgumentException without a doubt: that would be an answer
    public Undecided {
      if (why.isEmpty()) {
        throw new IllegalArgumentException("undecided without a doubt");
      }
      why = List.copyOf(EnumSet.copyOf(why));
    }

    /// The outcome of one doubt or several.
    static Undecided of(Set<Doubt> why) {
      return new Undecided(List.copyOf(why));
    }
  }
}
