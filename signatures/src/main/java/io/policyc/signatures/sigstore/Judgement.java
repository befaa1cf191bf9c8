package io.policyc.signatures.sigstore;

import java.util.List;
import java.util.Optional;

/// What came of several signatures of one content. Each was tried; none hides another.
///
/// @param verdicts one for each, in the order in which they were found
public record Judgement(List<Verdict> verdicts) {
  public Judgement {
    verdicts = List.copyOf(verdicts);
  }

  /// The first one that is as asked for; empty when none is, also when there was none to try.
  public Optional<Verdict.Verified> verified() {
    return verdicts.stream()
        .flatMap(
            verdict ->
                switch (verdict) {
                  case Verdict.Verified good -> Optional.of(good).stream();
                  case Verdict.Rejected _ -> Optional.<Verdict.Verified>empty().stream();
                })
        .findFirst();
  }
}
