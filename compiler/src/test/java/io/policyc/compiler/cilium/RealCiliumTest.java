package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Our judgement of policies against that of Cilium's own code, version by version.
///
/// The engines are built by `tests/peers/build`; without one its row is skipped, with `CI=true` it
/// fails.
@Tag("peers")
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
    try (RealCilium cilium = RealCilium.start(engine)) {
      compare(cilium, CiliumVersion.parse(version).orElseThrow());
    }
  }

  private static void compare(RealCilium cilium, CiliumVersion version) throws IOException {
    Sanitize sanitize = new Sanitize(version, ClusterFlags.DEFAULT, RealCiliumTest::regex);
    PolicyGenerator generator = new PolicyGenerator(SEED);
    List<String> disagreements = new ArrayList<>();
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<CiliumNetworkPolicy> policies = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        policies.add(generator.plausible());
      }
      JsonNode documents = cilium.validate(CiliumYamlWriter.write(policies));
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

  private static Optional<String> regex(String expression) {
    try {
      Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("is no RE2: " + e.getDescription());
    }
  }

  @Test
  void agreesWithCiliumAboutMerging() throws Exception {
    MergingPolicies generator = new MergingPolicies(SEED);
    List<String> missed = new ArrayList<>();
    int failed = 0;
    int suspected = 0;
    try (RealCilium cilium = RealCilium.start("cilium")) {
      for (int i = 0; i < ROUNDS * 50; i++) {
        List<CiliumNetworkPolicy> policies = generator.policies();
        boolean error = cilium.cannotMerge(CiliumYamlWriter.write(policies));
        List<Conflict> ours =
            Conflicts.find(policies).stream().filter(c -> c.kind().refused()).toList();
        failed += error ? 1 : 0;
        suspected += !error && !ours.isEmpty() ? 1 : 0;
        // Cilium's order decides about listeners and server names: there we may see more.
        if (error
            ? ours.isEmpty()
            : ours.stream().noneMatch(RealCiliumTest::dependsOnOrder) && !ours.isEmpty()) {
          missed.add(error + " " + ours + "\n" + CiliumYamlWriter.write(policies));
        }
      }
    }
    int all = ROUNDS * 50;
    System.out.printf(
        "Cilium 1.20: %d sets, %d cannot be merged, %d may%n", all, failed, suspected);
    assertTrue(missed.isEmpty(), () -> missed.size() + "\n" + missed.getFirst());
    assertTrue(failed * 5 > all && (all - failed) * 5 > all, failed + " of " + all);
  }

  private static boolean dependsOnOrder(Conflict conflict) {
    return conflict.kind() == Conflict.Kind.LISTENERS
        || conflict.kind() == Conflict.Kind.SNI_WITH_L7;
  }

  // `name` and `namespace` come back as the API server's own reader of YAML took them.
  @Test
  void readsStringsAsWeWroteThem() throws Exception {
    try (RealCilium cilium = RealCilium.start("cilium")) {
      for (String text : PolicyGenerator.TEXTS) {
        PolicyRule rule = PolicyRule.about(EndpointSelector.labels(Map.of(text, text)));
        Metadata metadata = Metadata.of(text, "x" + text).withAnnotation(text, text);
        String yaml = CiliumYamlWriter.write(CiliumNetworkPolicy.of(metadata, rule));
        JsonNode document = cilium.validate(yaml).path(0);
        assertEquals(text, document.path("namespace").asString(), yaml);
        assertEquals("x" + text, document.path("name").asString(), yaml);
      }
    }
  }
}
