package io.policyc.compiler.falco.check;

import io.policyc.findings.Suggest;
import java.util.Collection;
import java.util.Optional;

/// Near misses among names that the files themselves hold.
final class Near {
  /// Among more names, looking for near ones takes too long.
  private static final int MAX_NAMES = 2_000;

  private Near() {}

  static Optional<String> of(String word, Collection<String> names) {
    return names.size() > MAX_NAMES || word.length() > 200
        ? Optional.empty()
        : Suggest.nearest(word, names);
  }
}
