package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Settings;
import io.policyc.compiler.model.Exemption;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Origin;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What exemptions let pass, until when, and what is said of those that nobody needs.
class ExemptionsTest {
  private static final AdmissionSettings SETTINGS =
      AdmissionSettings.of(Settings.DEFAULT, Sentences.TODAY);

  private static final String AGENT =
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: node-agent, namespace: monitoring}
      spec:
        template:
          spec:
            securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
            containers:
              - name: agent
                image: agent
                securityContext: {capabilities: {drop: [ALL], add: [NET_RAW]}}
                ports: [{containerPort: 80, hostPort: 80}]
      """;

  private static Model model(String sentences, Exemption... exemptions) {
    Model model = Sentences.model("namespace monitoring\n" + sentences);
    return new Model(
        model.namespaces(),
        model.workloads(),
        model.externals(),
        model.grants(),
        model.lookups(),
        model.denials(),
        model.promises(),
        model.watches(),
        model.requirements(),
        model.runtimeClasses(),
        List.of(exemptions));
  }

  private static Exemption exemption(
      String kind, String name, String namespace, String until, String... checks) {
    Span span = new Span(new Source("e.policy", "except"), 0, 6);
    Origin origin = new Origin(span, List.of(), Optional.of("it must"));
    LocalDate day = LocalDate.parse(until);
    return new Exemption(kind, name, namespace, List.of(checks), day, "it must", origin);
  }

  private static String rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).sorted().collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          kind       | name       | namespace  | until      | exempt
          DaemonSet  | node-agent | monitoring | 2027-06-30 | true
          DaemonSet  | node-agent | monitoring | 2026-11-24 | true
          DaemonSet  | node-agent | monitoring | 2026-11-23 | false
          DaemonSet  | node-*     | monitoring | 2027-06-30 | true
          DaemonSet  | *          | monitoring | 2027-06-30 | true
          DaemonSet  | *agent*    | monitoring | 2027-06-30 | true
          DaemonSet  | n*-a*t     | monitoring | 2027-06-30 | true
          DaemonSet  | *x*        | monitoring | 2027-06-30 | false
          DaemonSet  | node-agent* | monitoring | 2027-06-30 | true
          DaemonSet  | *node-agent | monitoring | 2027-06-30 | true
          DaemonSet  | node-*-agent | monitoring | 2027-06-30 | false
          DaemonSet  | *agent*agent | monitoring | 2027-06-30 | false
          DaemonSet  | *age*gent  | monitoring | 2027-06-30 | false
          DaemonSet  | *od*ag*t   | monitoring | 2027-06-30 | true
          DaemonSet  | n*x        | monitoring | 2027-06-30 | false
          DaemonSet  | *ag*od*    | monitoring | 2027-06-30 | false
          DaemonSet  | node       | monitoring | 2027-06-30 | false
          DaemonSet  | node*node-agent | monitoring | 2027-06-30 | false
          DaemonSet  | node-agent | shop       | 2027-06-30 | false
          DaemonSet  | node-agent | ''         | 2027-06-30 | false
          Deployment | node-agent | monitoring | 2027-06-30 | false
          """)
  void letsTheObjectThatItNamesPass(
      String kind, String name, String namespace, String until, boolean exempt) {
    Exemption one = exemption(kind, name, namespace, until, "hostPorts");
    Reviewed reviewed =
        Review.of(Sentences.manifests(AGENT), Optional.of(model("", one)), SETTINGS);
    Decision decision = reviewed.judgements().getFirst().decision();
    String others = "allowPrivilegeEscalation capabilities_restricted";
    assertEquals(exempt ? others : others + " hostPorts", rules(decision.denied()));
    assertEquals(exempt ? "hostPorts" : "", rules(decision.audited()));
  }

  @Test
  void whatIsExemptedIsKeptWithTheReason() {
    Exemption one = exemption("DaemonSet", "node-agent", "monitoring", "2027-06-30", "hostPorts");
    Reviewed reviewed =
        Review.of(Sentences.manifests(AGENT), Optional.of(model("", one)), SETTINGS);
    Finding note = reviewed.judgements().getFirst().decision().audited().getFirst();
    assertEquals(Level.NOTE, note.level());
    assertEquals("exempted until 2027-06-30: it must", note.related().getLast().message());
    assertEquals(List.of(), reviewed.general());
  }

  /// `restricted` and `baseline` find fault with the same field by different checks.
  @Test
  void anExemptionFromOneCheckHidesNoOther() {
    String namespace =
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: monitoring
          labels: {pod-security.kubernetes.io/enforce: baseline}
        ---
        """;
    Model model =
        model(
            "namespace monitoring is restricted\n",
            exemption(
                "DaemonSet",
                "*",
                "monitoring",
                "2027-06-30",
                "capabilities_restricted",
                "allowPrivilegeEscalation"));
    Reviewed reviewed =
        Review.of(Sentences.manifests(namespace + AGENT), Optional.of(model), SETTINGS);
    Decision decision = reviewed.judgements().getLast().decision();
    assertEquals("capabilities_baseline hostPorts", rules(decision.denied()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          name       | until      | checks               | level   | says                                            | help
          node-agent | 2027-06-30 | hostPorts privileged | WARNING | nothing needs an exemption from `privileged`    | leave `privileged` out
          node-agent | 2027-06-30 | privileged           | WARNING | nothing needs an exemption from `privileged`    | remove the sentence
          nobody     | 2027-06-30 | hostPorts            | NOTE    | no object of the input is one that this exempts | -
          """)
  void oneThatNobodyNeedsIsReported(
      String name, String until, String checks, Level level, String says, String help) {
    Exemption one = exemption("DaemonSet", name, "monitoring", until, checks.split(" ", -1));
    Reviewed reviewed =
        Review.of(Sentences.manifests(AGENT), Optional.of(model("", one)), SETTINGS);
    Finding finding = reviewed.general().getFirst();
    assertEquals(1, reviewed.general().size());
    assertEquals(level, finding.level());
    assertEquals(says, finding.message());
    assertEquals(help, finding.help().orElse("-"));
    assertEquals("except", finding.at().orElseThrow().text());
  }

  /// Reading the sentence has told it.
  @Test
  void oneThatIsOverIsNotToldTwice() {
    Exemption one = exemption("DaemonSet", "node-agent", "monitoring", "2026-11-23", "privileged");
    Reviewed reviewed =
        Review.of(Sentences.manifests(AGENT), Optional.of(model("", one)), SETTINGS);
    assertEquals(List.of(), reviewed.general());
  }

  @Test
  void aNamespaceIsExemptedWithoutANamespace() {
    String yaml = "apiVersion: v1\nkind: Namespace\nmetadata: {name: monitoring, labels: {}}\n";
    Exemption one = exemption("Namespace", "monitoring", "", "2027-06-30", "namespaceLabel");
    Model model = model("namespace monitoring is restricted\n", one);
    Reviewed reviewed = Review.of(Sentences.manifests(yaml), Optional.of(model), SETTINGS);
    assertEquals("", rules(reviewed.judgements().getFirst().decision().denied()));
    assertEquals("namespaceLabel", rules(reviewed.judgements().getFirst().decision().audited()));
  }

  @Test
  void anExemptedSignatureLeavesNoDoubt() {
    String sentences = "images of every pod are signed by key \"cosign.pub\"\n";
    Reviewed doubtful =
        Review.of(Sentences.manifests(AGENT), Optional.of(model(sentences)), SETTINGS);
    assertTrue(doubtful.judgements().getFirst().decision().outcome() instanceof Outcome.Denied);
    AdmissionSettings lenient = SETTINGS.withPodSecurity(Optional.empty());
    String[] images = {"imageDigest"};
    Model digests =
        model(sentences, exemption("DaemonSet", "*", "monitoring", "2027-06-30", images));
    assertEquals(
        new Outcome.Undecided(List.of(Doubt.SIGNATURE_NOT_CHECKED)),
        Review.of(Sentences.manifests(AGENT), Optional.of(digests), lenient)
            .judgements()
            .getFirst()
            .decision()
            .outcome());
    String[] both = {"imageDigest", "imageSignature"};
    Model all = model(sentences, exemption("DaemonSet", "*", "monitoring", "2027-06-30", both));
    Reviewed reviewed = Review.of(Sentences.manifests(AGENT), Optional.of(all), lenient);
    assertEquals(new Outcome.Allowed(), reviewed.judgements().getFirst().decision().outcome());
    assertEquals(List.of(), reviewed.general());
  }

  @Test
  void aWrongTypeIsNeverExempted() {
    Exemption one = exemption("DaemonSet", "*", "monitoring", "2027-06-30", "PC1020");
    String yaml = AGENT.replace("true", "\"true\"");
    Reviewed reviewed = Review.of(Sentences.manifests(yaml), Optional.of(model("", one)), SETTINGS);
    assertEquals("PC1020", rules(reviewed.judgements().getFirst().decision().denied()));
  }
}
