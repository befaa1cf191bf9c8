package io.policyc.tests.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/// A program that answers one JSON line to each JSON line, in order.
///
/// Requests may be sent ahead of the answers: a thread of its own reads them, so that neither side
/// waits for the other with a full pipe.
final class Lines implements AutoCloseable {
  /// Long enough for the slowest question on a busy machine; a hang must end some time.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final BufferedWriter requests;
  private final ConcurrentLinkedQueue<CompletableFuture<JsonNode>> waiting =
      new ConcurrentLinkedQueue<>();

  Lines(Path program) throws IOException {
    process =
        new ProcessBuilder(program.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    requests = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        waiting.remove().complete(Json.MAPPER.readTree(line));
      }
      waiting.forEach(one -> one.completeExceptionally(new IOException("the engine has ended")));
    } catch (IOException problem) {
      waiting.forEach(one -> one.completeExceptionally(problem));
    }
  }

  /// Sends a request and gives its answer to come.
  Future<JsonNode> send(JsonNode request) {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.add(answer);
    try {
      requests.write(Json.MAPPER.writeValueAsString(request));
      requests.newLine();
      requests.flush();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return answer;
  }

  /// Waits for an answer, which must not be a refusal of the question itself.
  static JsonNode await(Future<JsonNode> answer) {
    JsonNode node = get(answer);
    if (!node.path("ok").asBoolean()) {
      throw new IllegalStateException("the engine says: " + node.path("error").asString(""));
    }
    return node;
  }

  private static JsonNode get(Future<JsonNode> answer) {
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException problem) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(problem);
    } catch (ExecutionException | TimeoutException problem) {
      throw new IllegalStateException("the engine does not answer", problem);
    }
  }

  @Override
  public void close() {
    try {
      requests.close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException problem) {
      process.destroyForcibly();
    } catch (InterruptedException problem) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
