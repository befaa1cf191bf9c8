package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/// Envoy itself, asked whether policies allow requests.
///
/// One process on a socket file in a folder of its own; not for several threads.
public final class EnvoyOracle implements AutoCloseable {
  private static final String READY = "starting workers";

  private final Path folder;
  private final Process process;

  private EnvoyOracle(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /// Starts an Envoy with its default limits, or skips the test when it is not there.
  ///
  /// @param policies lists of rules; a policy allows a request when one of its rules does
  public static EnvoyOracle start(Engine engine, List<List<EnvoyRule>> policies) {
    Path program = engine.require();
    try {
      Path folder = Files.createTempDirectory("envoy");
      Path config = folder.resolve("envoy.json");
      Files.writeString(config, EnvoyConfig.of(folder.resolve("socket"), policies).toString());
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--config-path",
                  config.toString(),
                  "--concurrency",
                  "1",
                  "--disable-hot-restart")
              .redirectErrorStream(true)
              .start();
      EnvoyOracle oracle = new EnvoyOracle(folder, process);
      oracle.awaitReady();
      return oracle;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Waits for the line of the log that says so; an Envoy that ends before has refused something.
  private void awaitReady() throws IOException {
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    List<String> critical = new ArrayList<>();
    String line = log.readLine();
    while (line != null && !line.contains(READY)) {
      if (line.contains("[critical]")) {
        critical.add(line);
      }
      line = log.readLine();
    }
    if (line == null) {
      close();
      fail("Envoy ended: " + critical);
    }
    // What it says later is thrown away, so that it never waits for a reader.
    Thread.ofVirtual().start(() -> drain(log));
    awaitListening();
  }

  private static void drain(BufferedReader log) {
    try {
      log.transferTo(Writer.nullWriter());
    } catch (IOException closed) {
      // The process has been ended.
      return;
    }
  }

  /// The workers are started before they listen, and the log does not say when they do.
  private void awaitListening() throws IOException {
    while (process.isAlive()) {
      try {
        connect().close();
        return;
      } catch (ConnectException early) {
        LockSupport.parkNanos(5_000_000);
      }
    }
    fail("Envoy ended before it listened");
  }

  private EnvoyConnection connect() throws IOException {
    return new EnvoyConnection(folder.resolve("socket"));
  }

  /// Tells of each request whether its policy allows it.
  ///
  /// @throws AssertionError when an answer is neither 200 nor 403
  public List<Boolean> allows(List<EnvoyRequest> requests) {
    List<Integer> statuses = statuses(requests);
    List<Boolean> allowed = new ArrayList<>(statuses.size());
    for (int i = 0; i < statuses.size(); i++) {
      int status = statuses.get(i);
      if (status != 200 && status != 403) {
        fail(requests.get(i) + " was answered " + status);
      }
      allowed.add(status == 200);
    }
    return allowed;
  }

  /// Gives the status of each answer: 200 and 403 from a policy, others from Envoy's own rules.
  public List<Integer> statuses(List<EnvoyRequest> requests) {
    List<Integer> statuses = new ArrayList<>(requests.size());
    try {
      while (statuses.size() < requests.size()) {
        int before = statuses.size();
        ask(requests, statuses);
        if (statuses.size() == before) {
          fail("Envoy did not answer " + requests.get(before));
        }
      }
      return statuses;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Asks what has no answer yet, until the end or until Envoy closes the connection, as it does
  /// after a 400. One by one: Envoy closes a connection on which several requests wait.
  private void ask(List<EnvoyRequest> requests, List<Integer> statuses) throws IOException {
    try (EnvoyConnection connection = connect()) {
      while (statuses.size() < requests.size()) {
        OptionalInt status = connection.ask(requests.get(statuses.size()));
        if (status.isEmpty()) {
          return;
        }
        statuses.add(status.getAsInt());
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
      for (String name : List.of("envoy.json", "socket")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.deleteIfExists(folder);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException problem) {
      Thread.currentThread().interrupt();
    }
  }
}
