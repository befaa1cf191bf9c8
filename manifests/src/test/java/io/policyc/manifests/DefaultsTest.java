package io.policyc.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.policyc.findings.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an API server fills in, and where.
class DefaultsTest {
  private static PodTemplate template(String object) {
    return PodTemplates.of(Manifests.read(new Source("a.yaml", object)).value().getFirst())
        .getFirst();
  }

  private static String applied(String object) {
    return ManifestsTest.show(Defaults.applied(template(object)).spec().value().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          spec                                      | filled in
          volumes: [{name: a}]                      | {volumes:[{name:"a",emptyDir:{}}]}
          volumes: [{name: a, hostPath: null}]      | {volumes:[{name:"a",hostPath:null,emptyDir:{}}]}
          volumes: [{name: a, hostpath: {path: /}}] | {volumes:[{name:"a",hostpath:{path:"/"},emptyDir:{}}]}
          volumes: [{name: a, emptyDir: null}]      | {volumes:[{name:"a",emptyDir:{}}]}
          volumes: [null]                           | {volumes:[{emptyDir:{}}]}
          volumes: [{secret: {}}, {}]               | {volumes:[{secret:{}},{emptyDir:{}}]}
          """)
  void aVolumeWithoutASourceIsAnEmptyFolder(String spec, String filled) {
    assertEquals(filled, applied("{apiVersion: v1, kind: Pod, spec: {" + spec + "}}"));
    assertEquals(
        filled,
        applied(
            "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {" + spec + "}}}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          hostNetwork | containers          | port                         | filled in
          yes         | containers          | containerPort: 80            | {containerPort:80,hostPort:80}
          yes         | initContainers      | containerPort: 80            | {containerPort:80,hostPort:80}
          yes         | ephemeralContainers | containerPort: 80            | {containerPort:80}
          yes         | containers          | containerPort: 80, hostPort: 0    | {containerPort:80,hostPort:80}
          yes         | containers          | containerPort: 80, hostPort: null | {containerPort:80,hostPort:80}
          yes         | containers          | containerPort: 80, hostPort: 8080 | {containerPort:80,hostPort:8080}
          yes         | containers          | name: a                      | {name:"a"}
          no          | containers          | containerPort: 80            | {containerPort:80}
          ~           | containers          | containerPort: 80            | {containerPort:80}
          """)
  void aPodOnTheNodesNetworkTakesItsPorts(
      String hostNetwork, String containers, String port, String filled) {
    String spec =
        "{hostNetwork: %s, %s: [{ports: [{%s}]}]}".formatted(hostNetwork, containers, port);
    PodTemplate pod = Defaults.applied(template("{apiVersion: v1, kind: Pod, spec: " + spec + "}"));
    Place found = pod.spec().at(containers, 0, "ports", 0);
    assertEquals(filled, ManifestsTest.show(found.value().orElseThrow()));
    assertEquals("spec." + containers + "[0].ports[0]", found.path().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          annotation         | spec                                                    | type
          c: unconfined      | containers: [{name: c}]                                 | "Unconfined"
          c: unconfined      | containers: [{name: c, securityContext: {a: 1}}]        | "Unconfined"
          c: unconfined      | containers: [{name: d}]                                 | -
          c: runtime/default | containers: [{name: c}]                                 | -
          c: null            | containers: [{name: c}]                                 | -
          c: unconfined      | containers: [{name: c}], os: {name: windows}            | -
          c: unconfined      | containers: [{name: c}], securityContext: {appArmorProfile: {type: Unconfined}} | -
          c: unconfined      | containers: [{name: c}], securityContext: {appArmorProfile: {type: RuntimeDefault}} | "Unconfined"
          c: unconfined      | containers: [{name: c, securityContext: {appArmorProfile: {type: Localhost}}}] | "Localhost"
          """)
  void anAppArmorAnnotationBecomesAField(String annotation, String spec, String type) {
    String pod =
        "{apiVersion: v1, kind: Pod, spec: {%s}, metadata: {annotations: {container.apparmor.security.beta.kubernetes.io/%s}}}"
            .formatted(spec, annotation);
    Place found =
        Defaults.applied(template(pod))
            .spec()
            .at("containers", 0, "securityContext", "appArmorProfile", "type");
    assertEquals(type, found.value().map(ManifestsTest::show).orElse("-"));
  }

  @Test
  void templatesGetNothingOfAPodsOwn() {
    String spec = "{hostNetwork: yes, containers: [{name: c, ports: [{containerPort: 80}]}]}";
    String annotations = "{container.apparmor.security.beta.kubernetes.io/c: unconfined}";
    PodTemplate template =
        template(
            "{apiVersion: apps/v1, kind: Deployment, spec: {template: {metadata: {annotations: "
                + annotations
                + "}, spec: "
                + spec
                + "}}}");
    assertSame(template, Defaults.applied(template));
  }

  @Test
  void whatIsFilledInStandsWhereItComesFrom() {
    PodTemplate pod =
        Defaults.applied(
            template(
                "{apiVersion: v1, kind: Pod, spec: {hostNetwork: yes, containers: [{ports: [{containerPort: 81}]}]}}"));
    assertEquals("81", pod.spec().at("containers", 0, "ports", 0, "hostPort").span().text());
  }

  @Test
  void nothingIsFilledInWhereNothingIsMissing() {
    PodTemplate pod = template("{apiVersion: v1, kind: Pod, spec: {volumes: [{secret: {}}]}}");
    assertSame(pod, Defaults.applied(pod));
    PodTemplate none = template("{apiVersion: v1, kind: Pod}");
    assertSame(none, Defaults.applied(none));
  }
}
