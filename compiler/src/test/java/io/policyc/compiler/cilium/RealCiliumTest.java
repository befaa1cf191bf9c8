package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our judgement of policies against that of Cilium's own code, version by version.
///
/// The engines are built by `tests/peers/build`; without one its row is skipped, with `CI=true` it
/// fails.
class RealCiliumTest {
  private static final long SEED = Long.getLong("seed", 20260729L);
  private static final int ROUNDS = Integer.getInteger("rounds", 10);
  private static final int BATCH = 100;

  /// What only we refuse: Envoy's rules, what no packet has, what means less in an old version.
  private static boolean isCiliums(Violation violation) {
    return violation.line().startsWith("2");
  }

  @ParameterizedTest
  @CsvSource({"cilium, 1.20", "cilium-1.19, 1.19", "cilium-1.18, 1.18"})
  void agreesWithCiliumAboutEveryPolicy(String engine, String version) throws Exception {
    Path binary = engine(engine);
    Process process =
        new ProcessBuilder(binary.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (Writer to = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader from = process.inputReader(StandardCharsets.UTF_8)) {
      compare(to, from, CiliumVersion.parse(version).orElseThrow());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static void compare(Writer to, BufferedReader from, CiliumVersion version)
      throws IOException {
    Sanitize sanitize = new Sanitize(version, ClusterFlags.DEFAULT, RealCiliumTest::regex);
    PolicyGenerator generator = new PolicyGenerator(SEED);
    List<String> disagreements = new ArrayList<>();
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<CiliumNetworkPolicy> policies = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        policies.add(generator.plausible());
      }
      JsonNode documents = ask(to, from, CiliumYamlWriter.write(policies));
      assertEquals(BATCH, documents.size());
      for (int i = 0; i < BATCH; i++) {
        refused += judge(sanitize, policies.get(i), documents.get(i), disagreements) ? 1 : 0;
      }
    }
    int all = ROUNDS * BATCH;
    System.out.printf("Cilium %s: %d policies, %d refused%n", version.text(), all, refused);
    assertTrue(disagreements.isEmpty(), () -> String.join("\n", disagreements));
    assertTrue(refused * 5 > all && (all - refused) * 5 > all, refused + " of " + all);
  }

  private static boolean judge(
      Sanitize sanitize, CiliumNetworkPolicy policy, JsonNode answer, List<String> disagreements) {
    List<Violation> ours =
        sanitize.violations(policy).stream().filter(RealCiliumTest::isCiliums).toList();
    // The check for unknown fields looks at what is left after Go has dropped empty strings.
    boolean schema =
        answer.has("schema") && !answer.path("schema").asString().startsWith("unknown fields");
    boolean refused = schema || answer.has("sanitize");
    if (refused == ours.isEmpty() && disagreements.size() < 20) {
      disagreements.add(ours + "\n" + answer + "\n" + CiliumYamlWriter.write(policy));
    }
    return refused;
  }

  private static JsonNode ask(Writer to, BufferedReader from, String yaml) throws IOException {
    JsonMapper json = new JsonMapper();
    to.write(
        json.writeValueAsString(json.createObjectNode().put("op", "validate").put("yaml", yaml)));
    to.write('\n');
    to.flush();
    JsonNode answer = json.readTree(String.valueOf(from.readLine()));
    assertTrue(answer.path("ok").asBoolean(), answer::toString);
    return answer.path("documents");
  }

  private static Optional<String> regex(String expression) {
    try {
      Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("is no RE2: " + e.getDescription());
    }
  }

  private static Path engine(String name) throws IOException, InterruptedException {
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
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(there, name + " is not built: tests/peers/build " + name);
    }
    assumeTrue(there, name + " is not built: tests/peers/build " + name);
    return Path.of(path);
  }
}
