package io.policyc.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.findings.Source;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an API server refuses before anybody asks what pods may do.
class ServedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          object                                                                                             | findings
          {apiVersion: v1, kind: Pod, spec: {containers: [{name: a}]}}                                       | ^^
          {apiVersion: v1, kind: pod, spec: {containers: [{name: a}]}}                                       | ERROR PC1022 kind did you mean `Pod` of `v1`?
          {apiVersion: apps/v1, kind: Pod, spec: {containers: [{name: a}]}}                                  | ERROR PC1022 kind did you mean `Pod` of `v1`?
          {apiVersion: v1, kind: Deployment}                                                                 | ERROR PC1022 kind did you mean `Deployment` of `apps/v1`?
          {apiVersion: extensions/v1beta1, kind: Deployment}                                                 | ERROR PC1022 kind did you mean `Deployment` of `apps/v1`?
          {apiVersion: batch/v1beta1, kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a}]}}}}}} | WARNING PC1022 kind did you mean `CronJob` of `batch/v1`?
          {apiVersion: batch.volcano.sh/v1alpha1, kind: Job}                                                 | ^^
          {apiVersion: serving.knative.dev/v1, kind: Service}                                                | ^^
          {apiVersion: v1, kind: Pod}                                                                        | ERROR PC1023 spec.containers
          {apiVersion: v1, kind: Pod, spec: {containers: []}}                                                | ERROR PC1023 spec.containers
          {apiVersion: apps/v1, kind: Deployment}                                                            | ERROR PC1023 spec.template
          {apiVersion: apps/v1, kind: Deployment, spec: {template: {}}}                                      | ERROR PC1023 spec.template.spec.containers
          {apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {container: [{name: a}]}}}}        | ERROR PC1023 spec.template.spec.containers
          {apiVersion: batch/v1, kind: CronJob, spec: {jobTemplate: {template: {spec: {}}}}}                 | ERROR PC1023 spec.jobTemplate.spec.template
          {apiVersion: v1, kind: PodTemplate}                                                                | ^^
          {apiVersion: v1, kind: Service, metadata: {namespace: Shop}}                                       | ERROR PC1024 metadata.namespace
          {apiVersion: v1, kind: Service, metadata: {namespace: shop-1}}                                     | ^^
          {apiVersion: v1, kind: Service, metadata: {namespace: shop-}}                                      | ERROR PC1024 metadata.namespace
          {apiVersion: v1, kind: Service, metadata: {namespace: ""}}                                         | ^^
          """)
  void whatAServerRefuses(String object, String findings) {
    Manifest manifest = Manifests.read(new Source("a.yaml", object)).value().getFirst();
    String found =
        Served.check(manifest).stream()
            .map(
                f ->
                    f.level()
                        + " "
                        + f.rule()
                        + " "
                        + f.path().orElseThrow()
                        + (f.rule().equals("PC1022") ? " " + f.help().orElseThrow() : ""))
            .collect(Collectors.joining(", "));
    assertEquals(findings, found);
  }
}
