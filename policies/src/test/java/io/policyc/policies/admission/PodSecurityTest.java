package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which checks a policy asks, and the server's words.
class PodSecurityTest {
  private static final String BARE =
      """
      metadata: {annotations: {container.apparmor.security.beta.kubernetes.io/b: "un\\nconfined"}}
      spec:
        hostPID: true
        hostNetwork: true
        initContainers: [{name: b, ports: [{hostPort: 8080}, {hostPort: 10000}]}]
        containers: [{name: a, securityContext: {capabilities: {add: [NET_RAW, BPF]}}}]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          policy            | cluster | checks
          privileged:latest | v1.37   | 0
          baseline:v1.0     | v1.37   | 11
          baseline:v1.33    | v1.37   | 11
          baseline:v1.34    | v1.37   | 12
          baseline:v1.34    | v1.33   | 11
          baseline:latest   | v1.33   | 11
          baseline:latest   | v1.99   | 12
          restricted:v1.0   | v1.37   | 12
          restricted:v1.18  | v1.37   | 13
          restricted:v1.22  | v1.37   | 13
          restricted:v1.23  | v1.37   | 14
          restricted:v1.34  | v1.37   | 15
          restricted:v1.35  | v1.37   | 15
          restricted:v1.999 | latest  | 15
          """)
  void asksTheChecksOfItsVersion(String policy, String cluster, int checks) {
    PodSecurity security = new PodSecurity(PodSecurityVersion.parse(cluster).orElseThrow());
    assertEquals(checks, security.checks(Texts.policy(policy)).size());
  }

  @Test
  void speaksAsTheServer() {
    LevelVersion policy = Texts.policy("restricted:v1.30");
    List<Violation> violations = PodSecurity.NEWEST.evaluate(policy, Texts.pod(BARE));
    assertEquals(
        "violates PodSecurity \"restricted:v1.30\": forbidden AppArmor profile (annotation must not"
            + " set AppArmor profile type to"
            + " \"container.apparmor.security.beta.kubernetes.io/b=\"un\\nconfined\"\"), host"
            + " namespaces (hostNetwork=true, hostPID=true), hostPort (container \"b\" uses hostPorts"
            + " 10000, 8080), allowPrivilegeEscalation != false (containers \"b\", \"a\" must set"
            + " securityContext.allowPrivilegeEscalation=false), unrestricted capabilities"
            + " (containers \"b\", \"a\" must set securityContext.capabilities.drop=[\"ALL\"];"
            + " container \"a\" must not include \"BPF\", \"NET_RAW\" in"
            + " securityContext.capabilities.add), runAsNonRoot != true (pod or containers \"b\","
            + " \"a\" must set securityContext.runAsNonRoot=true), seccompProfile (pod or containers"
            + " \"b\", \"a\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or"
            + " \"Localhost\")",
        PodSecurity.message(policy, violations));
  }

  @Test
  void pointsAtTheWordInError() {
    List<String> words =
        PodSecurity.NEWEST.evaluate(Texts.policy("baseline:latest"), Texts.pod(BARE)).stream()
            .flatMap(violation -> violation.findings().stream())
            .map(finding -> finding.at().orElseThrow().text())
            .toList();
    assertEquals(
        List.of("\"un\\nconfined\"", "NET_RAW", "BPF", "true", "true", "8080", "10000"), words);
  }

  @Test
  void namesTheContainer() {
    List<String> messages =
        PodSecurity.NEWEST.evaluate(Texts.policy("baseline:latest"), Texts.pod(BARE)).stream()
            .filter(violation -> violation.check().equals("hostPorts"))
            .flatMap(violation -> violation.findings().stream())
            .map(finding -> finding.path().orElseThrow() + ": " + finding.message())
            .toList();
    assertEquals(
        List.of(
            "spec.initContainers[0].ports[0].hostPort: init container `b` takes port `8080` of the"
                + " node",
            "spec.initContainers[0].ports[1].hostPort: init container `b` takes port `10000` of the"
                + " node"),
        messages);
  }

  @Test
  void allowsWhatHasNoContainers() {
    assertEquals(
        List.of(),
        PodSecurity.NEWEST.evaluate(Texts.policy("restricted:latest"), Texts.pod("spec: {}")));
  }
}
