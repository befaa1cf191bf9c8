package io.policyc.signatures.oci;

import java.time.Duration;
import java.time.Instant;

/// Who says how late it is, and waits. Given as an argument, so that tests don't wait.
public interface Timekeeper {
  /// The machine's own.
  Timekeeper SYSTEM =
      new Timekeeper() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }
      };

  /// Nanoseconds from some point on; only differences mean something.
  long nanos();

  /// The time of day, for the dates that servers write.
  Instant now();

  /// Returns when that much time has passed.
  void sleep(Duration time) throws InterruptedException;
}
