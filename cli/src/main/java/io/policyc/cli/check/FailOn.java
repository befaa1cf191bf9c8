package io.policyc.cli.check;

import io.policyc.cli.UsageException;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Suggest;
import java.util.List;
import java.util.Optional;

/// From which level on a finding about a manifest makes the exit status 1.
enum FailOn {
  /// What would be refused.
  ERROR(Optional.of(Level.ERROR)),
  /// Warnings, too.
  WARNING(Optional.of(Level.WARNING)),
  /// Nothing: what cannot be read at all still counts.
  NEVER(Optional.empty());

  private static final List<String> WORDS = List.of("error", "warning", "never");

  private final Optional<Level> least;

  FailOn(Optional<Level> least) {
    this.least = least;
  }

  /// @throws UsageException for a word that is none of them
  static FailOn of(String word) {
    int at = WORDS.indexOf(word);
    if (at < 0) {
      throw new UsageException(
          "`--fail-on` does not know `" + word + "`",
          Suggest.nearest(word, WORDS)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("choose one of `" + String.join("`, `", WORDS) + "`"));
    }
    return values()[at];
  }

  /// Whether a finding counts.
  boolean counts(Finding finding) {
    return least.filter(level -> finding.level().compareTo(level) <= 0).isPresent();
  }
}
