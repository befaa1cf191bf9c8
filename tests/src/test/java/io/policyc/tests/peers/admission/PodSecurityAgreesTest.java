package io.policyc.tests.peers.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Checked;
import io.policyc.policies.admission.Checks;
import io.policyc.policies.admission.NamespacePolicy;
import io.policyc.tests.gen.Dice;
import io.policyc.tests.peers.Engine;
import io.policyc.tests.peers.PodSecurityOracle;
import io.policyc.tests.peers.PodSecurityOracle.Labels;
import io.policyc.tests.peers.PodSecurityOracle.Question;
import io.policyc.tests.peers.PodSecurityOracle.Revision;
import io.policyc.tests.peers.RequiresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Our checks and Kubernetes' own say the same of the same pods: verdict, failing checks, messages.
///
/// `-Dpods=N` asks about more, `-Dseed=random` about others.
@RequiresEngine(Engine.POD_SECURITY)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PodSecurityAgreesTest {
  private static final long SEED = 5_037;
  private static final int PODS = Integer.getInteger("pods", 50_000);
  private static final int ROUND = 5_000;
  private static final int LABEL_SETS = 20_000;
  private static final Path FIXTURES =
      Path.of("../policies/src/test/resources/io/policyc/policies/admission");

  private PodSecurityOracle oracle;

  @BeforeAll
  void start() {
    oracle = PodSecurityOracle.start();
  }

  @AfterAll
  void stop() {
    if (oracle != null) {
      oracle.close();
    }
  }

  @Test
  void isTheReleaseOfGoMod() throws IOException {
    String module = Files.readString(Path.of("peers", "podsecurity", "go.mod"));
    assertTrue(
        module.contains("k8s.io/pod-security-admission v" + oracle.version()), oracle.version());
  }

  @Test
  void everyRevisionIsOurs() {
    Comparator<Revision> order = Comparator.comparing(Revision::toString);
    List<Revision> ours =
        Checks.POD_SECURITY.stream()
            .map(c -> new Revision(c.id(), c.level().word(), "v1." + c.from(), c.overrides()))
            .sorted(order)
            .toList();
    assertEquals(oracle.revisions().stream().sorted(order).toList(), ours);
  }

  @Test
  void generatedPodsAreJudgedAlike() {
    Dice dice = new Dice(Dice.seed(SEED));
    PodTally tally = new PodTally();
    int verdicts = 0;
    for (int done = 0; done < PODS; done += ROUND) {
      List<Question> questions = new ArrayList<>();
      for (int i = 0; i < Math.min(ROUND, PODS - done); i++) {
        questions.add(new Question(GenPod.of(dice), Policies.some(dice)));
      }
      verdicts += PodComparison.of(oracle, questions, tally);
    }
    System.out.print(PODS + " pods, " + verdicts + " verdicts, 0 disagreements\n" + tally);
    assertEquals(List.of(), tally.rare(), "allowed or refused too seldom");
  }

  /// The fixtures of the checks of Pod Security, each at every level and version.
  @Test
  void fixturesAreJudgedAlike() throws IOException {
    List<Question> questions = new ArrayList<>();
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      for (Path file : files.filter(PodSecurityAgreesTest::isPod).sorted().toList()) {
        JsonNode pod = GenPod.MAPPER.valueToTree(new Yaml().load(Files.readString(file)));
        questions.add(new Question(pod, Policies.all()));
      }
    }
    assertTrue(questions.size() > 200, "fixtures: " + questions.size());
    int verdicts = PodComparison.of(oracle, questions, new PodTally());
    System.out.println(questions.size() + " fixtures, " + verdicts + " verdicts, 0 disagreements");
  }

  /// Fixtures of our own checks lie beside those of Pod Security and are more than pods.
  private static boolean isPod(Path file) {
    String folder = FIXTURES.relativize(file).getName(0).toString().replace("-", "");
    return file.toString().endsWith(".yaml")
        && Checks.POD_SECURITY.stream()
            .anyMatch(c -> c.id().replace("_", "").equalsIgnoreCase(folder));
  }

  @Test
  void labelsMeanTheSame() {
    Dice dice = new Dice(Dice.seed(SEED));
    List<Map<String, String>> sets = new ArrayList<>();
    for (int i = 0; i < LABEL_SETS; i++) {
      sets.add(labels(dice));
    }
    List<Labels> theirs = oracle.labels(sets);
    for (int i = 0; i < sets.size(); i++) {
      assertEquals(paths(theirs.get(i)), ours(sets.get(i)), sets.get(i).toString());
    }
    assertTrue(theirs.stream().filter(one -> one.errors().isEmpty()).count() > LABEL_SETS / 5);
    assertTrue(theirs.stream().filter(one -> !one.errors().isEmpty()).count() > LABEL_SETS / 5);
  }

  private static Map<String, String> labels(Dice dice) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String mode : List.of("enforce", "audit", "warn")) {
      if (dice.chance(60)) {
        labels.put("pod-security.kubernetes.io/" + mode, Policies.level(dice));
      }
      if (dice.chance(40)) {
        labels.put("pod-security.kubernetes.io/" + mode + "-version", Policies.text(dice));
      }
    }
    return labels;
  }

  /// Of their errors the fields: what we say of them is in our own words.
  private static Labels paths(Labels theirs) {
    return new Labels(
        theirs.enforce(),
        theirs.audit(),
        theirs.warn(),
        theirs.errors().stream().map(e -> e.substring(0, e.indexOf("]: ") + 1)).toList());
  }

  private static Labels ours(Map<String, String> labels) {
    ObjectNode namespace = GenPod.MAPPER.createObjectNode();
    ObjectNode all = namespace.putObject("metadata").putObject("labels");
    labels.forEach(all::put);
    Checked<NamespacePolicy> read =
        NamespacePolicy.of(JsonValues.place(namespace), NamespacePolicy.PRIVILEGED);
    return new Labels(
        read.value().enforce().toString(),
        read.value().audit().toString(),
        read.value().warn().toString(),
        read.findings().stream().map(f -> f.path().orElseThrow().text()).toList());
  }
}
