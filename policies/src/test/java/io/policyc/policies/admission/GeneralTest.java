package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Settings;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.manifests.TemplatePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is found of no object, and what is not known of one.
class GeneralTest {
  private static final AdmissionSettings SETTINGS =
      AdmissionSettings.of(Settings.DEFAULT, Sentences.TODAY);

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {runtimeClassName: spin, containers: [{name: web, image: web}]}
      """;

  private static Reviewed review(String yaml, String sentences, AdmissionSettings settings) {
    return Review.of(Sentences.manifests(yaml), Optional.of(Sentences.model(sentences)), settings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          exempt    | sentence                          | warns
          spin      | namespace shop                    | true
          edge      | every pod runs wasm on edge       | true
          edge      | runtime class edge { runs wasm }  | true
          gvisor    | every pod runs wasm on edge       | false
          gvisor    | runtime class gvisor              | false
          """)
  void anExemptClassForWasmSwitchesPodSecurityOff(String exempt, String sentence, boolean warns) {
    AdmissionSettings settings = SETTINGS.with(Exempt.of(List.of(), List.of(exempt)));
    Reviewed reviewed = review(POD, "namespace shop\n" + sentence + "\n", settings);
    List<Finding> found =
        reviewed.general().stream().filter(f -> f.level() == Level.WARNING).toList();
    assertEquals(warns ? 1 : 0, found.size());
    found.forEach(finding -> assertEquals("podSecurityExemption", finding.rule()));
    found.forEach(finding -> assertTrue(finding.message().contains("`" + exempt + "`")));
  }

  @Test
  void aLabelThatCannotBeLookedAtIsNoted() {
    String sentences = "namespace shop\nnamespace shop is restricted\n";
    Finding note = review(POD, sentences, SETTINGS).general().getFirst();
    assertEquals("namespaceLabel", note.rule());
    assertEquals(Level.NOTE, note.level());
    String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\n";
    assertEquals(List.of(), review(namespace + POD, sentences, SETTINGS).general());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          sentence                                                          | doubt
          every pod in namespaces { team: shop } runs wasm on spin          | NAMESPACE_UNKNOWN
          images of every pod in namespaces { team: a } come from quay.io/a | NAMESPACE_UNKNOWN
          images of web are signed by key "k"                               | SIGNATURE_NOT_CHECKED
          every pod runs wasm on spin                                       | RUNTIME_CLASS_UNKNOWN
          """)
  void whatIsNotKnownIsNeverAllowed(String sentence, Doubt doubt) {
    String sentences = "namespace shop\nworkload web { app: web }\n" + sentence + "\n";
    AdmissionSettings lenient =
        SETTINGS.withPodSecurity(Optional.empty()).with(AdmissionSettings.Tags.RESOLVE);
    Decision decision = review(POD, sentences, lenient).judgements().getFirst().decision();
    assertEquals(List.of(), decision.denied());
    Outcome outcome = decision.outcome();
    assertTrue(
        outcome instanceof Outcome.Undecided(var why) && why.contains(doubt), outcome.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          declared                | warnings
          runtime class spin      | 1
          runtime class edge      | 0
          workload db { app: db } | 0
          """)
  void aSentenceThatAsksForAClassThatIsNotThereIsReported(String declared, int warnings) {
    String sentences = "namespace shop\nevery pod runs wasm on edge\n" + declared + "\n";
    List<Finding> general = review(POD, sentences, SETTINGS).general();
    assertEquals(warnings, general.size());
    general.forEach(finding -> assertEquals("runtimeClassExists", finding.rule()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          workload                  | help
          { app: wbe }              | did you mean `app: wbe`?
          { tier: x; app in (a, weeb) } | did you mean `app: weeb`?
          { app: web; tier: x }     | declare a workload with their labels, or give them the labels of one
          { application: wbe }      | declare a workload with their labels, or give them the labels of one
          """)
  void aMisspeltLabelIsGuessed(String workload, String help) {
    String sentences = "namespace shop\nworkload w " + workload + "\nnamespace shop is closed\n";
    List<Finding> warned =
        review(POD, sentences, SETTINGS).judgements().getFirst().decision().warned();
    Finding finding =
        warned.stream().filter(f -> f.rule().equals("undeclaredPod")).findFirst().orElseThrow();
    assertEquals(help, finding.help().orElseThrow());
  }

  @Test
  void whatIsKnownIsAllowed() {
    String sentences = "namespace shop\nevery pod runs wasm on spin\nruntime class spin\n";
    AdmissionSettings lenient = SETTINGS.withPodSecurity(Optional.empty());
    Decision decision = review(POD, sentences, lenient).judgements().getFirst().decision();
    assertEquals(new Outcome.Allowed(), decision.outcome());
    assertEquals(List.of(), decision.findings());
  }

  @Test
  void theOrderOfObjectsChangesNoJudgement() {
    List<io.policyc.manifests.Manifest> objects =
        new ArrayList<>(
            Sentences.manifests(
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: baseline}}
                ---
                apiVersion: node.k8s.io/v1
                kind: RuntimeClass
                metadata: {name: spin}
                handler: spin
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
                ---
                """
                    + POD));
    Reviewed one = Review.of(objects, Optional.empty(), SETTINGS);
    Collections.reverse(objects);
    List<Judgement> other =
        new ArrayList<>(Review.of(objects, Optional.empty(), SETTINGS).judgements());
    Collections.reverse(other);
    assertEquals(one.judgements(), other);
  }

  @Test
  void aTemplateThatASettingNamesIsJudged() {
    String rollout =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: {name: web, namespace: shop}
        spec: {template: {spec: {hostNetwork: true, containers: []}}}
        """;
    AdmissionSettings settings =
        SETTINGS.withTemplates(
            List.of(new TemplatePath("argoproj.io", "Rollout", "spec.template")));
    assertTrue(
        review(rollout, "namespace shop\n", settings).judgements().getFirst().decision().outcome()
            instanceof Outcome.Denied);
    assertEquals(
        new Outcome.Allowed(),
        review(rollout, "namespace shop\n", SETTINGS).judgements().getFirst().decision().outcome());
  }

  @Test
  void defaultsOfAnApiServerCount() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec:
          hostNetwork: true
          volumes: [{name: a, hostPath: null}]
          containers: [{name: web, image: web, ports: [{containerPort: 80}]}]
        """;
    List<String> rules =
        review(pod, "namespace shop\n", SETTINGS)
            .judgements()
            .getFirst()
            .decision()
            .denied()
            .stream()
            .map(Finding::rule)
            .toList();
    assertTrue(rules.contains("hostPorts"), rules.toString());
    assertTrue(!rules.contains("restrictedVolumes"), rules.toString());
  }
}
