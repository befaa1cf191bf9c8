package io.policyc.signatures.sigstore.read;

import io.policyc.signatures.sigstore.Reason;
import java.util.Optional;
import java.util.function.Supplier;

/// The first thing that was wrong with a document, if any was.
public final class Trouble {
  private Optional<String> first = Optional.empty();

  /// Notes that something is wrong; only the first time counts.
  public void note(String what) {
    if (first.isEmpty()) {
      first = Optional.of(what);
    }
  }

  /// What was wrong first.
  public Optional<String> first() {
    return first;
  }

  /// A value when nothing was wrong, else the first trouble under a reason.
  public <T> Read<T> unless(Reason reason, Supplier<T> value) {
    return first.isPresent() ? Read.bad(reason, first.get()) : new Read.Good<>(value.get());
  }
}
