package io.policyc.signatures.oci;

import java.time.Duration;

/// When a whole verification must be over: one for every call that it makes.
public final class Deadline {
  private final Timekeeper time;
  private final long end;

  private Deadline(Timekeeper time, long end) {
    this.time = time;
    this.end = end;
  }

  /// That much time from now on.
  public static Deadline in(Duration duration, Timekeeper time) {
    return new Deadline(time, time.nanos() + duration.toNanos());
  }

  /// What is left; never negative.
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - time.nanos()));
  }

  /// Whether nothing is left.
  public boolean over() {
    return remaining().isZero();
  }

  /// Waits, unless what is left is less than that.
  ///
  /// @return whether it has waited
  public boolean sleep(Duration duration) throws InterruptedException {
    if (remaining().compareTo(duration) <= 0) {
      return false;
    }
    time.sleep(duration);
    return true;
  }

  /// Whose clock it goes by.
  public Timekeeper time() {
    return time;
  }
}
