package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.Settings;
import io.policyc.compiler.model.Model;
import io.policyc.manifests.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Objects with values that nobody expects where checks look: each is judged, and none stops the
/// review of the others.
class OddObjectsTest {
  private static final List<String> KINDS =
      List.of(
          "v1 Namespace",
          "v1 Pod",
          "v1 Service",
          "apps/v1 Deployment",
          "batch/v1 CronJob",
          "node.k8s.io/v1 RuntimeClass",
          "core.spinkube.dev/v1alpha1 SpinApp",
          "core.spinkube.dev/v1alpha1 SpinAppExecutor",
          "networking.k8s.io/v1 Ingress",
          "gateway.networking.k8s.io/v1 HTTPRoute",
          "serving.knative.dev/v1 Service",
          "x Unknown");

  private static final List<String> ODD =
      List.of("null", "1", "x", "[]", "{}", "[null]", "[1]", "[{}]", "[[]]", "{a: null}", "-1.5");

  private static final List<String> FIELDS =
      List.of(
          "metadata: ODD",
          "metadata: {name: ODD, namespace: ODD}",
          "metadata: {labels: ODD, annotations: ODD}",
          "metadata: {labels: {app: ODD, pod-security.kubernetes.io/enforce: ODD}}",
          "spec: ODD",
          "handler: ODD",
          "spec: {selector: ODD, ports: ODD, type: ODD}",
          "spec: {selector: {app: web}, ports: [{port: ODD, targetPort: ODD, protocol: ODD}]}",
          "spec: {template: ODD}",
          "spec: {template: {spec: ODD, metadata: ODD}}",
          "spec: {template: {spec: {containers: ODD, volumes: ODD, runtimeClassName: ODD}}}",
          "spec: {template: {spec: {containers: [{image: ODD, ports: ODD}], affinity: ODD}}}",
          "spec: {containers: [{image: ODD, ports: [{containerPort: ODD}]}], tolerations: ODD}",
          "spec: {executor: ODD, image: ODD, podLabels: ODD}",
          "spec: {createDeployment: true, deploymentConfig: ODD}",
          "spec: {createDeployment: ODD, deploymentConfig: {runtimeClassName: ODD}}",
          "spec: {rules: ODD, defaultBackend: ODD, ingressClassName: ODD}",
          "spec: {rules: [{http: {paths: [{backend: {service: {name: web, port: ODD}}}]}}]}",
          "spec: {rules: [{backendRefs: [{name: ODD, port: ODD, weight: ODD}]}]}");

  static Stream<String> kinds() {
    return KINDS.stream();
  }

  private static final Model MODEL =
      Sentences.model(
          """
          namespace default
          workload web { app: web; port http 8080 }
          runtime class spin
          namespace default is closed
          namespace default is restricted at v1.34
          every pod runs wasm on spin
          every pod in namespaces { team: a } runs wasm on spin
          images of every pod come from ghcr.io/acme/**
          images of every pod are signed by key "cosign.pub"
          batch may GET /** on web
          workload batch { app: batch }
          except Deployment/* from hostPorts until 2027-06-30 because "it must"
          """);

  @ParameterizedTest
  @MethodSource("kinds")
  void eachIsJudged(String kind) {
    List<Manifest> objects = new ArrayList<>();
    for (String field : FIELDS) {
      for (String odd : ODD) {
        String[] words = kind.split(" ", -1);
        String head = "apiVersion: " + words[0] + "\nkind: " + words[1] + "\n";
        objects.addAll(Sentences.manifests(head + field.replace("ODD", odd) + "\n"));
      }
    }
    AdmissionSettings settings = AdmissionSettings.of(Settings.DEFAULT, Sentences.TODAY);
    Reviewed reviewed = Review.of(objects, Optional.of(MODEL), settings);
    assertEquals(objects, reviewed.judgements().stream().map(Judgement::object).toList());
    assertEquals(FIELDS.size() * ODD.size(), objects.size());
  }
}
