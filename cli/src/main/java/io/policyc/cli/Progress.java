package io.policyc.cli;

import io.policyc.findings.render.Visible;
import java.time.Clock;

/// Tells a person who waits for more than a second what is being done: in one line on a terminal,
/// which is gone when the work is.
public final class Progress {
  private static final long PATIENCE_MILLIS = 1_000;
  private static final long INTERVAL_MILLIS = 200;
  private static final String ERASE = "\r\033[K";

  private final Sink sink;
  private final Clock clock;
  private final long start;
  private String step = "";
  private String shown = "";
  private boolean done;

  /// @param sink where it is told
  /// @param clock what says how long somebody has waited
  Progress(Sink sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
    this.start = clock.millis();
  }

  /// The progress of a run; told only where standard error is a terminal that can erase a line.
  public static Progress of(Io io) {
    Progress progress = new Progress(io.err(), io.clock());
    if (io.err().isTerminal() && !io.variable("TERM").orElse("dumb").equals("dumb")) {
      Thread.ofPlatform().daemon().start(progress::watch);
    }
    return progress;
  }

  private synchronized void watch() {
    try {
      while (!done) {
        wait(INTERVAL_MILLIS);
        tick();
      }
    } catch (InterruptedException e) {
      // Nobody waits for it.
      Thread.currentThread().interrupt();
    }
  }

  /// Notes what is being done from now on, such as `reading a.policy`.
  public synchronized void at(String what) {
    step = what;
  }

  /// Tells what is being done, if somebody has waited for long enough.
  synchronized void tick() {
    long waited = clock.millis() - start;
    if (done || step.isEmpty() || waited < PATIENCE_MILLIS) {
      return;
    }
    String line = "policyc: " + Visible.text(step) + " … " + waited / 1_000 + " s";
    if (!line.equals(shown)) {
      shown = line;
      sink.print(ERASE + line);
    }
  }

  /// Ends the telling, before anything else is printed.
  public synchronized void end() {
    done = true;
    notifyAll();
    if (!shown.isEmpty()) {
      shown = "";
      sink.print(ERASE);
    }
  }
}
