package io.policyc.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Standard output or standard error.
///
/// A reader that went away (`policyc … | head`) is no mistake: what follows is dropped and the run
/// goes on to its end.
public final class Sink {
  private final OutputStream stream;
  private final boolean terminal;
  private boolean gone;
  private Optional<String> failure = Optional.empty();

  /// @param terminal whether a person looks at it
  public Sink(OutputStream stream, boolean terminal) {
    this.stream = stream;
    this.terminal = terminal;
  }

  /// Whether a person looks at it.
  public boolean isTerminal() {
    return terminal;
  }

  /// Why writing failed, unless the reader just went away; told once.
  public Optional<String> tellFailure() {
    Optional<String> told = failure;
    failure = Optional.empty();
    return told;
  }

  /// Writes text as UTF-8, at once.
  public void print(String text) {
    if (gone || text.isEmpty()) {
      return;
    }
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      gone = true;
      boolean leftBehind = String.valueOf(e.getMessage()).contains("roken pipe");
      failure = leftBehind ? Optional.empty() : Optional.of(Reasons.of(e));
    }
  }

  /// Writes a line.
  public void line(String text) {
    print(text + "\n");
  }
}
