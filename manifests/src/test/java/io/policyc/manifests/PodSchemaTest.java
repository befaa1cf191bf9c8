package io.policyc.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where pods lie, and which of their fields an API server takes.
class PodSchemaTest {
  private static List<PodTemplate> templates(String text, TemplatePath... more) {
    return Manifests.read(new Source("a.yaml", text)).value().stream()
        .flatMap(object -> PodTemplates.of(object, List.of(more)).stream())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          apiVersion             | kind                  | field                       | spec
          v1                     | Pod                   |                             | spec
          v1                     | PodTemplate           | template                    | template.spec
          v1                     | ReplicationController | spec.template               | spec.template.spec
          apps/v1                | Deployment            | spec.template               | spec.template.spec
          apps/v1                | ReplicaSet            | spec.template               | spec.template.spec
          apps/v1                | StatefulSet           | spec.template               | spec.template.spec
          apps/v1                | DaemonSet             | spec.template               | spec.template.spec
          batch/v1               | Job                   | spec.template               | spec.template.spec
          batch/v1               | CronJob               | spec.jobTemplate.spec.template | spec.jobTemplate.spec.template.spec
          serving.knative.dev/v1 | Service               | spec.template               | spec.template.spec
          serving.knative.dev/v1 | Configuration         | spec.template               | spec.template.spec
          serving.knative.dev/v1 | Revision              |                             | spec
          """)
  void aTemplateLiesWhereItsKindHasIt(
      String apiVersion,
      String kind,
      @org.jspecify.annotations.Nullable String field,
      String spec) {
    String path = field == null ? "" : field;
    StringBuilder text = new StringBuilder();
    for (String step : path.isEmpty() ? List.<String>of() : List.of(path.split("\\.", -1))) {
      text.append(step).append(": {");
    }
    String pod =
        text + "spec: {hostPID: yes}" + "}".repeat(text.toString().split("\\{", -1).length - 1);
    List<PodTemplate> found =
        templates("{apiVersion: " + apiVersion + ", kind: " + kind + ", " + pod + "}");
    assertEquals(1, found.size());
    assertEquals(path, found.getFirst().place().path().text());
    assertEquals(spec, found.getFirst().spec().path().text());
    assertEquals(true, found.getFirst().spec().field("hostPID").bool().value().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          object
          {apiVersion: v1, kind: Service, spec: {template: {spec: {}}}}
          {apiVersion: core.spinkube.dev/v1alpha1, kind: SpinApp, spec: {image: a}}
          {apiVersion: v1, kind: ReplicationController, spec: {template: null}}
          {apiVersion: apps/v1, kind: Deployment}
          {apiVersion: example.com/v1, kind: Pod, spec: {}}
          """)
  void otherObjectsHaveNone(String object) {
    assertEquals(List.of(), templates(object));
  }

  @Test
  void aCustomResourceHasThemWhereTheSettingsSay() {
    String text =
        """
        apiVersion: batch.volcano.sh/v1
        kind: Job
        spec:
          tasks:
          - template: {spec: {}}
          - {name: none}
          - template: {spec: {}}
          roles: {worker: {template: {spec: {}}}}
        """;
    List<PodTemplate> found =
        templates(
            text,
            new TemplatePath("batch.volcano.sh", "Job", "spec.tasks[].template"),
            new TemplatePath("batch.volcano.sh", "Job", "spec.roles.*.template"));
    assertEquals(
        List.of("spec.tasks[0].template", "spec.tasks[2].template", "spec.roles.worker.template"),
        found.stream().map(t -> t.place().path().text()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          spec                                             | findings
          hostNetwork: yes                                 | ``
          hostNetwork: null                                | ``
          hostNetwork: "true"                              | PC1020 spec.hostNetwork
          hostPID: 1                                       | PC1020 spec.hostPID
          HostNetwork: true                                | PC1021 spec.HostNetwork did you mean `hostNetwork`?
          hostNetwrok: true                                | PC1021 spec.hostNetwrok did you mean `hostNetwork`?
          sidecar: true                                    | PC1021 spec.sidecar remove it, or look where it belongs
          containers: {}                                   | PC1020 spec.containers
          containers: [null]                               | ``
          containers: [web]                                | PC1020 spec.containers[0]
          containers: [{image: 1}]                         | PC1020 spec.containers[0].image
          containers: [{image: 2026-01-01}]                | ``
          containers: [{ports: [{containerPort: "80"}]}]   | PC1020 spec.containers[0].ports[0].containerPort
          containers: [{ports: [{containerPort: 80.0}]}]   | ``
          containers: [{ports: [{containerPort: 80.5}]}]   | PC1020 spec.containers[0].ports[0].containerPort
          containers: [{securityContext: {runAsUser: 4294967296}}] | ``
          containers: [{securityContext: {capabilities: {drop: ALL}}}] | PC1020 spec.containers[0].securityContext.capabilities.drop
          containers: [{livenessProbe: {httpGet: {port: web}}}] | ``
          containers: [{livenessProbe: {httpGet: {port: yes}}}] | PC1020 spec.containers[0].livenessProbe.httpGet.port
          containers: [{resources: {limits: {cpu: 1, memory: 1Gi}}}] | ``
          containers: [{resources: {limits: {cpu: one}}}]  | PC1020 spec.containers[0].resources.limits.cpu
          nodeSelector: {a: 1}                             | PC1020 spec.nodeSelector.a
          volumes: [{name: a, hostPath: {path: /}}]        | ``
          volumes: [{name: a, nowhere: {}}]                | PC1021 spec.volumes[0].nowhere remove it, or look where it belongs
          """)
  void aFieldIsTakenAsTheServerTakesIt(String spec, String findings) {
    assertEquals(findings, shown(check("apiVersion: v1\nkind: Pod\nspec: {" + spec + "}")));
  }

  private static List<Finding> check(String text) {
    return PodSchema.check(
        Manifests.read(new Source("a.yaml", text)).value().getFirst(), List.of());
  }

  private static String shown(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                f.rule()
                    + " "
                    + f.path().orElseThrow()
                    + (f.rule().equals("PC1021") ? " " + f.help().orElseThrow() : ""))
        .collect(Collectors.joining(", "));
  }

  @Test
  void metadataAndTheTemplateItselfAreLookedAtToo() {
    assertEquals(
        "PC1020 metadata.annotations.a",
        shown(check("{apiVersion: v1, kind: Pod, metadata: {annotations: {a: 1}}}")));
    assertEquals(
        "PC1020 spec.template",
        shown(check("{apiVersion: apps/v1, kind: Deployment, spec: {template: 1}}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          object                                                        | findings
          apiVersion: apps/v1, kind: Deployment, spec: {replicas: "3"}  | PC1020 spec.replicas
          apiVersion: apps/v1, kind: Deployment, spec: {Template: {}}   | PC1021 spec.Template did you mean `template`?
          apiVersion: apps/v1, kind: Deployment, x-common: {}           | PC1021 x-common remove it, or look where it belongs
          apiVersion: apps/v1, kind: Deployment, metadata: {labels: {a: yes}} | PC1020 metadata.labels.a
          apiVersion: batch/v1, kind: CronJob, spec: {suspend: "no"}    | PC1020 spec.suspend
          apiVersion: apps/v1, kind: StatefulSet, spec: {volumeClaimTemplates: [1]} | PC1020 spec.volumeClaimTemplates[0]
          apiVersion: v1, kind: Pod, metadata: {creationTimestamp: now} | PC1020 metadata.creationTimestamp
          apiVersion: v1, kind: Pod, metadata: {creationTimestamp: null} | ``
          apiVersion: core.spinkube.dev/v1alpha1, kind: SpinApp, spec: {image: 1} | PC1020 spec.image
          apiVersion: core.spinkube.dev/v1alpha1, kind: SpinApp, spec: {podLabels: {a: b}, volumes: [{secret: {}}]} | ``
          apiVersion: core.spinkube.dev/v1alpha1, kind: SpinApp, spec: {excutor: a} | PC1021 spec.excutor did you mean `executor`?
          apiVersion: core.spinkube.dev/v1alpha1, kind: SpinAppExecutor, spec: {deploymentConfig: {runtimeClassName: yes}} | PC1020 spec.deploymentConfig.runtimeClassName
          apiVersion: serving.knative.dev/v1, kind: Service, spec: {template: 1} | PC1020 spec.template
          apiVersion: v1, kind: Service, spec: {ports: 1}               | ``
          """)
  void whatMakesPodsIsLookedAtAsAWhole(String object, String findings) {
    assertEquals(findings, shown(check("{" + object + "}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          time                           | is
          2026-01-02T03:04:05Z           | true
          2026-01-02T3:04:05Z            | true
          2026-01-02T03:04:05.123456789Z | true
          2026-01-02T03:04:05,1Z         | true
          2026-01-02T03:04:05+02:00      | true
          2026-01-02T03:04:05            | false
          2026-01-02T03:04:05z           | false
          2026-01-02t03:04:05Z           | false
          2026-01-02 03:04:05Z           | false
          2026-1-02T03:04:05Z            | false
          2026-02-30T03:04:05Z           | false
          2026-01-02T24:04:05Z           | false
          2026-01-02T03:04:60Z           | false
          2026-01-02T03:04:05.Z          | false
          2026-01-02T03:04:05+2:00       | false
          2026-01-02                     | false
          """)
  void aTimeIsOneOfRfc3339(String time, boolean is) {
    assertEquals(is, Rfc3339.is(time));
  }

  @Test
  void fieldsOfOthersAreTheirOwn() {
    String text =
        "{apiVersion: serving.knative.dev/v1, kind: Service, spec: {template: {spec: {"
            + "containerConcurrency: 5, hostPID: 1}}}}";
    assertEquals("PC1020 spec.template.spec.hostPID", shown(check(text)));
  }

  @Test
  void theTableIsWhole() {
    Map<String, Map<String, String>> types = PodTypes.all();
    assertTrue(types.size() > 90, "types: " + types.size());
    List<String> words =
        List.of("any", "string", "time", "boolean", "int32", "int64", "intOrString", "quantity");
    types
        .values()
        .forEach(
            fields ->
                fields
                    .values()
                    .forEach(
                        type -> {
                          String name = type.replace("[]", "").replace("{}", "");
                          assertTrue(words.contains(name) || types.containsKey(name), name);
                        }));
  }
}
