package io.policyc.signatures.oci;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock that only goes on when somebody sleeps: at once, and written down.
final class FakeTime implements Timekeeper {
  private final List<Duration> slept = new ArrayList<>();
  private long nanos = 1_000_000_000L;

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return Instant.parse("2026-01-01T00:00:00Z").plusNanos(nanos);
  }

  @Override
  public synchronized void sleep(Duration time) {
    slept.add(time);
    nanos += time.toNanos();
  }

  synchronized void pass(Duration time) {
    nanos += time.toNanos();
  }

  synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }
}
