package io.policyc.tests.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// A program that runs until it is closed, with a log in a file.
final class Daemon implements AutoCloseable {
  /// Longer than any of them takes on a busy machine.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path log;

  private Daemon(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Daemon start(Path folder, String name, List<String> command) throws IOException {
    Path log = folder.resolve(name + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Daemon(process, log);
  }

  /// Asks until the answer is yes.
  ///
  /// @throws IllegalStateException with the end of the log, when the program ends before or takes
  ///   too long
  void await(BooleanSupplier isReady) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(process.info() + " is not ready: " + end());
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private String end() {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.subList(Math.max(0, lines.size() - 20), lines.size()).stream()
          .collect(Collectors.joining("\n", "\n", ""));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Ends the program at once: what it has written is thrown away.
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException(process.info() + " does not end");
      }
    } catch (InterruptedException problem) {
      Thread.currentThread().interrupt();
    }
  }
}
