package io.policyc.compiler.regex;

import org.jspecify.annotations.Nullable;

/// A piece of a program with open ends.
///
/// @param begin its first instruction; 0 for a piece that never matches
/// @param ends what still has to be told where to go
/// @param nullable whether it may match the empty text
record Fragment(int begin, Ends ends, boolean nullable) {
  /// Matches nothing.
  static Fragment never() {
    return new Fragment(0, Ends.none(), false);
  }

  boolean isNever() {
    return begin == 0;
  }

  /// Open ends, joined in constant time. A joined pair must not be used again.
  static final class Ends {
    private @Nullable End first;
    private @Nullable End last;

    private static final class End {
      private final int instruction;
      private final boolean second;
      private @Nullable End next;

      End(int instruction, boolean second) {
        this.instruction = instruction;
        this.second = second;
      }
    }

    static Ends none() {
      return new Ends();
    }

    static Ends of(int instruction, boolean second) {
      Ends ends = new Ends();
      ends.first = new End(instruction, second);
      ends.last = ends.first;
      return ends;
    }

    Ends and(Ends other) {
      if (first == null || last == null) {
        return other;
      }
      if (other.first != null) {
        last.next = other.first;
        last = other.last;
      }
      return this;
    }

    void to(Program program, int target) {
      for (End end = first; end != null; end = end.next) {
        if (end.second) {
          program.second(end.instruction, target);
        } else {
          program.out(end.instruction, target);
        }
      }
    }

    /// Whether the only end is the way out of that instruction.
    boolean onlyOutOf(int instruction) {
      return first != null && first == last && first.instruction == instruction && !first.second;
    }
  }
}
