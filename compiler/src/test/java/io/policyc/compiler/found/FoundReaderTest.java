package io.policyc.compiler.found;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Manifests;
import io.policyc.manifests.TemplatePath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is taken of one object; `~` stands for what pods have in each row: labels `app: a`, one
/// container with port 80.
class FoundReaderTest {
  private static final String TEMPLATE =
      "{metadata: {labels: {app: a}}, spec: {containers: [{ports: [{containerPort: 80}]}]}}";
  private static final List<TemplatePath> TEMPLATES =
      List.of(
          new TemplatePath("argoproj.io", "Rollout", "spec.template"),
          new TemplatePath("volcano.sh", "Job", "spec.tasks[].template"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          api                 | kind                  | metadata                | spec                                                        | found
          apps/v1             | Deployment            | name: w, namespace: s   | selector: {matchLabels: {app: b}}, template: ~              | Deployment/w in s {app IN [b]} 80
          apps/v1             | StatefulSet           | name: w                 | selector: {matchLabels: {app: a}}, template: ~              | StatefulSet/w in default {app IN [a]} 80
          apps/v1             | DaemonSet             | name: w                 | selector: {matchExpressions: [{key: k, operator: Exists}]}, template: ~ | DaemonSet/w in default {k EXISTS []} 80
          apps/v1             | Deployment            | name: w                 | template: ~                                                 | Deployment/w in default {app IN [a]} 80
          v1                  | ReplicationController | name: w                 | selector: {app: b}, template: ~                             | ReplicationController/w in default {app IN [b]} 80
          batch/v1            | Job                   | name: w                 | selector: {matchLabels: {uid: x}}, template: ~              | Job/w in default {app IN [a]} 80
          batch/v1            | CronJob               | name: w                 | jobTemplate: {spec: {template: ~}}                          | CronJob/w in default {app IN [a]} 80
          serving.knative.dev/v1 | Service            | name: w                 | template: ~                                                 | Service/w in default {app IN [a]} 80
          argoproj.io/v1alpha1 | Rollout              | name: w                 | selector: {matchLabels: {app: c}}, template: ~              | Rollout/w in default {app IN [c]} 80
          volcano.sh/v1       | Job                   | name: w                 | tasks: [{template: ~}, {template: ~}]                       | -
          v1                  | PodTemplate           | name: w                 | template: ~                                                 | -
          v1                  | Pod                   | generateName: w-        | containers: []                                              | -
          v1                  | Pod                   | name: w, ownerReferences: [{kind: Job}] | containers: []                              | -
          v1                  | ConfigMap             | name: w                 | template: ~                                                 | -
          v1                  | Pod                   | name: w, labels: {a: b} | containers: [{ports: [{containerPort: 1, protocol: UDP, name: dns}, {containerPort: 2, protocol: SCTP}]}] | Pod/w in default {a IN [b]} dns 1/udp 2/sctp
          v1                  | Pod                   | name: w, labels: {a: b} | containers: [{ports: [{containerPort: 0}, {containerPort: 65536}, {containerPort: 3, protocol: X}, {}]}] | Pod/w in default {a IN [b]}
          v1                  | Pod                   | name: w, labels: {a: 1} | containers: []                                              | PC1020
          v1                  | Pod                   | name: w                 | containers: [{ports: [{containerPort: "80"}]}]              | PC1020
          v1                  | Service               | name: w, namespace: s   | selector: {app: a}, ports: [{port: 80, targetPort: http}, {port: 81}, {port: 53, protocol: UDP, targetPort: 5353}] | service s/w {app=a} 80>http 81>81 53/udp>5353
          v1                  | Service               | name: w                 | ports: [{port: 80}]                                         | -
          v1                  | Service               | name: w                 | clusterIP: None, selector: {app: a}, ports: [{port: 80}]    | -
          v1                  | Service               | name: w                 | selector: {app: a}, ports: [{port: "80"}]                   | PC1020 service default/w {app=a}
          """)
  void takes(
      String api,
      String kind,
      String metadata,
      String spec,
      @org.jspecify.annotations.Nullable String found) {
    String text =
        "{apiVersion: %s, kind: %s, metadata: {%s}, spec: {%s}}"
            .formatted(api, kind, metadata, spec.replace("~", TEMPLATE));
    Checked<List<Manifest>> objects = Manifests.read(new Source("k8s.yaml", text));
    assertEquals(List.of(), objects.findings());
    Checked<Found> read = FoundReader.read(objects.value(), TEMPLATES);
    assertEquals(found == null ? "" : found, shown(read));
  }

  private static String shown(Checked<Found> read) {
    List<String> lines = new ArrayList<>(read.findings().stream().map(Finding::rule).toList());
    for (FoundPods pods : read.value().pods()) {
      List<String> words = new ArrayList<>();
      pods.selector()
          .forEach(
              c ->
                  words.add(
                      c.requirement().key()
                          + " "
                          + c.requirement().operator()
                          + " "
                          + c.requirement().values()));
      StringBuilder line = new StringBuilder(pods.label() + " in " + pods.place() + " ");
      line.append("{").append(String.join(", ", words)).append("}");
      pods.ports()
          .forEach(p -> line.append((" " + p.name()).stripTrailing()).append(" " + p.range()));
      lines.add(line.toString());
    }
    for (FoundService service : read.value().services()) {
      StringBuilder line =
          new StringBuilder("service " + service.namespace() + "/" + service.name());
      line.append(" ").append(service.selector());
      service
          .ports()
          .forEach(
              p ->
                  line.append(" ")
                      .append(p.port())
                      .append(p.protocol() == io.policyc.compiler.Protocol.TCP ? "" : "/udp")
                      .append(">")
                      .append(p.target()));
      lines.add(line.toString());
    }
    return String.join(" ", lines);
  }
}
