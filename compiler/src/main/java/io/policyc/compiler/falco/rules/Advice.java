package io.policyc.compiler.falco.rules;

import io.policyc.findings.Suggest;
import java.util.Collection;
import java.util.Optional;

/// Gives advice a bounded number of times: to look for near misses takes longer than to see that a
/// name is wrong.
final class Advice {
  private static final int MAX_TIMES = 1_000;
  private static final int MAX_LENGTH = 100;

  private int times;

  Optional<String> nearest(String word, Collection<String> names) {
    boolean may = word.length() <= MAX_LENGTH && times++ < MAX_TIMES;
    return may ? Suggest.nearest(word, names) : Optional.empty();
  }
}
