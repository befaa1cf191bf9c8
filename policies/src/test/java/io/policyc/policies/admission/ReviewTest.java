package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Settings;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Related;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who asks what of pods, and what becomes of findings.
class ReviewTest {
  private static final AdmissionSettings SETTINGS =
      AdmissionSettings.of(Settings.DEFAULT, Sentences.TODAY);

  /// Allowed at baseline, refused at restricted for one field; `hostPorts` is refused at both.
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
        containers:
          - name: web
            image: nginx
            securityContext: {capabilities: {drop: [ALL]}}
      """;

  private static final String HOST_PORT =
      POD + "      ports: [{containerPort: 80, hostPort: 80}]\n";

  private static String namespace(String labels) {
    return "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {"
        + labels
        + "}}\n---\n";
  }

  private static String labels(
      @Nullable String enforce, @Nullable String warn, @Nullable String audit) {
    StringBuilder labels = new StringBuilder();
    String[] modes = {"enforce", "warn", "audit"};
    @Nullable String[] levels = {enforce, warn, audit};
    for (int i = 0; i < modes.length; i++) {
      if (levels[i] != null) {
        labels.append("pod-security.kubernetes.io/" + modes[i] + ": " + levels[i] + ", ");
      }
    }
    return labels.toString();
  }

  private static Judgement last(Reviewed reviewed) {
    return reviewed.judgements().getLast();
  }

  private static String fields(List<Finding> findings) {
    return findings.stream()
        .map(Finding::rule)
        .distinct()
        .collect(Collectors.collectingAndThen(Collectors.joining(" "), s -> s.isEmpty() ? "-" : s));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          enforce    | warn       | audit      | sentence           | setting    | denied                             | warned                   | audited
          -          | -          | -          | -                  | -          | -                                  | -                        | -
          -          | -          | -          | -                  | baseline   | hostPorts                          | -                        | -
          -          | -          | -          | -                  | restricted | hostPorts allowPrivilegeEscalation | -                        | -
          privileged | -          | -          | -                  | restricted | -                                  | -                        | -
          baseline   | -          | -          | -                  | restricted | hostPorts                          | -                        | -
          baseline   | restricted | -          | -                  | restricted | hostPorts                          | allowPrivilegeEscalation | -
          baseline   | -          | restricted | -                  | restricted | hostPorts                          | -                        | allowPrivilegeEscalation
          privileged | baseline   | restricted | -                  | -          | -                                  | hostPorts                | allowPrivilegeEscalation
          privileged | restricted | restricted | -                  | -          | -                                  | hostPorts allowPrivilegeEscalation | -
          -          | -          | -          | restricted         | -          | hostPorts allowPrivilegeEscalation | -                        | -
          -          | -          | -          | baseline           | restricted | hostPorts                          | -                        | -
          -          | -          | -          | restricted at v1.7 | restricted | hostPorts                          | -                        | -
          privileged | -          | -          | restricted         | -          | hostPorts allowPrivilegeEscalation | -                        | -
          restricted | -          | -          | baseline           | -          | hostPorts allowPrivilegeEscalation | -                        | -
          Baseline   | -          | -          | -                  | -          | hostPorts allowPrivilegeEscalation | -                        | -
          """)
  void whatSeveralAskForAddsUp(
      @Nullable String enforce,
      @Nullable String warn,
      @Nullable String audit,
      @Nullable String sentence,
      @Nullable String setting,
      @Nullable String denied,
      @Nullable String warned,
      @Nullable String audited) {
    String labels = labels(enforce, warn, audit);
    String input = (labels.isEmpty() ? "" : namespace(labels)) + HOST_PORT;
    String text = "namespace shop\n" + (sentence == null ? "" : "namespace shop is " + sentence);
    Optional<LevelVersion> level =
        Optional.ofNullable(setting).map(one -> Texts.policy(one + ":latest"));
    Reviewed reviewed =
        Review.of(
            Sentences.manifests(input),
            Optional.of(Sentences.model(text)),
            SETTINGS.withPodSecurity(level));
    Decision decision = last(reviewed).decision();
    assertEquals(denied == null ? "-" : denied, fields(decision.denied()));
    assertEquals(warned == null ? "-" : warned, fields(decision.warned()));
    assertEquals(audited == null ? "-" : audited, fields(decision.audited()));
    boolean isDenied = decision.outcome() instanceof Outcome.Denied;
    assertEquals(denied != null, isDenied);
  }

  private static Decision judge(String yaml, AdmissionSettings settings) {
    return last(Review.of(Sentences.manifests(yaml), Optional.empty(), settings)).decision();
  }

  @Test
  void aFieldIsFoundFaultWithOnceWhoeverAsks() {
    String input = namespace("pod-security.kubernetes.io/enforce: baseline") + HOST_PORT;
    Reviewed reviewed =
        Review.of(
            Sentences.manifests(input),
            Optional.of(Sentences.model("namespace shop\nnamespace shop is restricted at v1.30\n")),
            SETTINGS);
    List<Finding> denied = last(reviewed).decision().denied();
    List<String> paths = denied.stream().map(f -> f.path().orElseThrow().text()).toList();
    assertEquals(paths.stream().distinct().toList(), paths);
    assertEquals(2, paths.size());
    List<String> messages = last(reviewed).podSecurity();
    assertEquals(2, messages.size());
    assertTrue(messages.get(0).startsWith("violates PodSecurity \"restricted:v1.30\": hostPort"));
    assertTrue(messages.get(1).startsWith("violates PodSecurity \"baseline:latest\": hostPort"));
  }

  /// An input with several environments holds several objects of one name.
  @Test
  void twoNamespacesOfOneNameAddUp() {
    String both =
        namespace("pod-security.kubernetes.io/enforce: privileged")
            + namespace("pod-security.kubernetes.io/enforce: baseline")
            + HOST_PORT;
    assertEquals("hostPorts", fields(judge(both, SETTINGS).denied()));
  }

  /// One field, two checks: the one that is only warned of does not hide the one that refuses.
  @Test
  void whatIsOnlyWarnedOfHidesNothing() {
    String pod =
        POD.replace(
            "drop: [ALL]}", "drop: [ALL], add: [NET_RAW]}, allowPrivilegeEscalation: false");
    String input = namespace("pod-security.kubernetes.io/enforce: baseline") + pod;
    TreeMap<String, Mode> checks = new TreeMap<>();
    checks.put("capabilities_restricted", Mode.WARN);
    Reviewed reviewed =
        Review.of(
            Sentences.manifests(input),
            Optional.of(Sentences.model("namespace shop\nnamespace shop is restricted\n")),
            SETTINGS.with(new Modes(Mode.ENFORCE, checks, new TreeMap<>())));
    Decision decision = last(reviewed).decision();
    assertEquals("capabilities_baseline", fields(decision.denied()));
    assertEquals("capabilities_restricted", fields(decision.warned()));
  }

  /// What is refused is not warned of as well.
  @Test
  void whatRefusesHidesTheSameFieldInWarnings() {
    String pod =
        POD.replace(
            "drop: [ALL]}", "drop: [ALL], add: [NET_RAW]}, allowPrivilegeEscalation: false");
    String input =
        namespace(
                "pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/warn:"
                    + " restricted, pod-security.kubernetes.io/audit: restricted")
            + pod;
    Decision decision = judge(input, SETTINGS);
    assertEquals("capabilities_baseline", fields(decision.denied()));
    assertEquals(List.of(), decision.warned());
    assertEquals(List.of(), decision.audited());
  }

  @Test
  void aFindingNamesTheSentenceOrTheLabelThatAsks() {
    Reviewed reviewed =
        Review.of(
            Sentences.manifests(POD),
            Optional.of(Sentences.model("namespace shop\nnamespace shop is restricted\n")),
            SETTINGS);
    Related related = last(reviewed).decision().denied().getFirst().related().getFirst();
    assertEquals("namespace shop is restricted", related.at().text());
    String input = namespace("pod-security.kubernetes.io/enforce: restricted") + POD;
    Related label = judge(input, SETTINGS).denied().getFirst().related().getFirst();
    assertEquals("restricted", label.at().text());
  }

  @Test
  void aControllerIsToldThatItsPodsWillBeRefused() {
    String deployment =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          template:
            spec: {hostNetwork: true, containers: [{name: web, image: nginx}]}
        """;
    Decision decision = judge(deployment, SETTINGS);
    Finding finding = decision.denied().getFirst();
    assertEquals("spec.template.spec.hostNetwork", finding.path().orElseThrow().text());
    assertEquals("Deployment/web in shop", finding.object().orElseThrow());
    assertEquals("web", finding.related().getLast().at().text());
    assertEquals(
        "the pods of `Deployment/web` will be refused", finding.related().getLast().message());
    assertTrue(decision.outcome() instanceof Outcome.Denied);
  }

  @Test
  void nothingIsConcludedOfAWrongType() {
    Decision decision = judge(POD.replace("true", "\"true\""), SETTINGS);
    assertEquals("PC1020", fields(decision.denied()));
    assertEquals(new Outcome.Undecided(List.of(Doubt.WRONG_TYPE)), decision.outcome());
  }

  @Test
  void anUnknownFieldIsAWarning() {
    Decision decision = judge(POD + "  hostNetwrok: true\n", SETTINGS);
    assertEquals("PC1021", fields(decision.warned()));
    assertEquals("allowPrivilegeEscalation", fields(decision.denied()));
  }

  @Test
  void anObjectWithoutANamespaceBelongsWhereTheSettingsSay() {
    String input =
        namespace("pod-security.kubernetes.io/enforce: baseline")
            + POD.replace(", namespace: shop", "");
    assertEquals("allowPrivilegeEscalation", fields(judge(input, SETTINGS).denied()));
    assertEquals("-", fields(judge(input, SETTINGS.withNamespace("shop")).denied()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          everything | check | namespace | list
          ENFORCE | -       | -       | denied
          WARN    | -       | -       | warned
          AUDIT   | -       | -       | audited
          WARN    | ENFORCE | -       | denied
          WARN    | -       | ENFORCE | denied
          ENFORCE | WARN    | -       | warned
          ENFORCE | -       | AUDIT   | audited
          ENFORCE | WARN    | AUDIT   | audited
          ENFORCE | AUDIT   | WARN    | audited
          AUDIT   | ENFORCE | WARN    | warned
          """)
  void aModeSaysWhatAFindingDoes(
      Mode everything, @Nullable Mode check, @Nullable Mode namespace, String list) {
    TreeMap<String, Mode> checks = new TreeMap<>();
    TreeMap<String, Mode> namespaces = new TreeMap<>();
    if (check != null) {
      checks.put("allowPrivilegeEscalation", check);
    }
    if (namespace != null) {
      namespaces.put("shop", namespace);
    }
    Decision decision = judge(POD, SETTINGS.with(new Modes(everything, checks, namespaces)));
    assertEquals(list.equals("denied") ? 1 : 0, decision.denied().size());
    assertEquals(list.equals("warned") ? 1 : 0, decision.warned().size());
    assertEquals(list.equals("audited") ? 1 : 0, decision.audited().size());
    assertTrue(decision.denied().stream().allMatch(f -> f.level() == Level.ERROR));
    assertTrue(decision.warned().stream().allMatch(f -> f.level() == Level.WARNING));
    assertTrue(decision.audited().stream().allMatch(f -> f.level() == Level.NOTE));
  }

  @Test
  void nobodyThatIsExemptIsJudged() {
    AdmissionSettings spaces = SETTINGS.with(Exempt.of(List.of("shop"), List.of()));
    assertEquals("podSecurityExemption", fields(judge(POD, spaces).findings()));
    String spin = POD + "  runtimeClassName: spin\n";
    AdmissionSettings classes = SETTINGS.with(Exempt.of(List.of(), List.of("spin")));
    assertEquals("podSecurityExemption runtimeClassExists", fields(judge(spin, classes).audited()));
    assertEquals("-", fields(judge(spin, classes).denied()));
    assertEquals("allowPrivilegeEscalation", fields(judge(POD, classes).denied()));
    AdmissionSettings users =
        SETTINGS.with(
            new Exempt(
                new java.util.TreeSet<>(),
                new java.util.TreeSet<>(List.of("ci")),
                new java.util.TreeSet<>()));
    assertEquals("podSecurityExemption", fields(judge(POD, users.withUser("ci")).findings()));
    assertEquals("allowPrivilegeEscalation", fields(judge(POD, users.withUser("me")).denied()));
    assertEquals("allowPrivilegeEscalation", fields(judge(POD, users).denied()));
  }

  @Test
  void anExemptNamespaceIsStillReadAsAnApiServerReadsIt() {
    AdmissionSettings spaces = SETTINGS.with(Exempt.of(List.of("shop"), List.of()));
    assertEquals("PC1020", fields(judge(POD.replace("true", "1"), spaces).denied()));
  }
}
