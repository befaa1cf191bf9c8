package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running engine of `tests/peers/cilium`, which answers one line with one line.
final class RealCilium implements AutoCloseable {
  /// Two pods that policies are about, one that they let them reach.
  private static final String PODS =
      """
      [{"id":1,"pod":{"namespace":"shop","labels":{"app":"web"}}},
       {"id":2,"pod":{"namespace":"shop","labels":{"app":"api"}}},
       {"id":3,"pod":{"namespace":"shop","labels":{"app":"db"}}}]
      """;

  private static final String QUERIES =
      """
      [{"from":1,"to":3,"proto":"TCP","port":80},{"from":2,"to":3,"proto":"TCP","port":80}]
      """;

  private final JsonMapper json = new JsonMapper();
  private final Process process;
  private final Writer to;
  private final BufferedReader from;

  private RealCilium(Process process) {
    this.process = process;
    this.to = process.outputWriter(StandardCharsets.UTF_8);
    this.from = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Starts an engine; without one the test is skipped, or fails where `CI=true`.
  static RealCilium start(String name) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(binary(name).toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new RealCilium(process);
  }

  /// What Cilium says about each document.
  JsonNode validate(String yaml) throws IOException {
    return ask(json.createObjectNode().put("op", "validate").put("yaml", yaml)).path("documents");
  }

  /// Whether Cilium can't compute what a pod may send.
  boolean cannotMerge(String yaml) throws IOException {
    JsonNode world =
        json.createObjectNode()
            .put("op", "load")
            .put("id", "w")
            .put("policies", yaml)
            .set("identities", json.readTree(PODS));
    JsonNode loaded = ask(world);
    assertTrue(loaded.path("errors").isEmpty(), loaded::toString);
    JsonNode question =
        json.createObjectNode()
            .put("op", "verdict")
            .put("id", "w")
            .set("queries", json.readTree(QUERIES));
    boolean error = false;
    for (JsonNode result : ask(question).path("results")) {
      error |= result.path("egress").path("verdict").asString().equals("error");
    }
    return error;
  }

  private JsonNode ask(JsonNode question) throws IOException {
    to.write(json.writeValueAsString(question));
    to.write('\n');
    to.flush();
    JsonNode answer = json.readTree(String.valueOf(from.readLine()));
    assertTrue(answer.path("ok").asBoolean(), answer::toString);
    return answer;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    to.close();
    from.close();
  }

  private static Path binary(String name) throws IOException, InterruptedException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("tests/peers/build"))) {
      root = Optional.ofNullable(root.getParent()).orElseThrow();
    }
    Process build =
        new ProcessBuilder(root.resolve("tests/peers/build").toString(), "--key", name)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String path;
    try (BufferedReader out = build.inputReader(StandardCharsets.UTF_8)) {
      path = Optional.ofNullable(out.readLine()).orElse("");
    }
    boolean there = build.waitFor() == 0 && Files.isExecutable(Path.of(path));
    String missing = name + " is not built: tests/peers/build " + name;
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(there, missing);
    }
    assumeTrue(there, missing);
    return Path.of(path);
  }
}
