package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.Settings;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Finding;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Letting a check pass lets nothing pass that another check refuses, which it stands for at
/// `restricted`.
class CoveredChecksTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        securityContext: {runAsNonRoot: true, seccompProfile: {type: SECCOMP}}
        volumes: [{name: v, VOLUME}]
        containers:
          - name: web
            image: nginx
            securityContext:
              allowPrivilegeEscalation: false
              procMount: PROC
              capabilities: {drop: [ALL], add: [CAPABILITY]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          let pass                  | seccomp        | volume        | capability       | proc     | denied
          restrictedVolumes         | RuntimeDefault | hostPath      | NET_BIND_SERVICE | Default  | hostPathVolumes
          restrictedVolumes         | RuntimeDefault | nfs           | NET_BIND_SERVICE | Default  | -
          capabilities_restricted   | RuntimeDefault | emptyDir      | SYS_ADMIN        | Default  | capabilities_baseline
          capabilities_restricted   | RuntimeDefault | emptyDir      | CHOWN            | Default  | -
          seccompProfile_restricted | Unconfined     | emptyDir      | NET_BIND_SERVICE | Default  | seccompProfile_baseline
          procMount_restricted      | RuntimeDefault | emptyDir      | NET_BIND_SERVICE | Unmasked | procMount
          hostPathVolumes           | RuntimeDefault | hostPath      | NET_BIND_SERVICE | Default  | restrictedVolumes
          """)
  void lettingPassOneIsNotLettingPassTheOther(
      String check,
      String seccomp,
      String volume,
      String capability,
      String proc,
      @Nullable String denied) {
    String input =
        POD.replace("SECCOMP", seccomp)
            .replace("VOLUME", volume + ": {}")
            .replace("CAPABILITY", capability)
            .replace("PROC", proc);
    AdmissionSettings settings = AdmissionSettings.of(Settings.DEFAULT, Sentences.TODAY);
    String sentence =
        "namespace shop\nexcept Pod/web from "
            + check
            + " until 2027-01-01 because \"it is old\"\n";
    assertEquals(
        denied == null ? "" : denied,
        denied(Review.of(Sentences.manifests(input), model(sentence), settings)),
        "exempted");
    TreeMap<String, Mode> modes = new TreeMap<>();
    modes.put(check, Mode.WARN);
    AdmissionSettings warned =
        new AdmissionSettings(
            new Modes(Mode.ENFORCE, modes, new TreeMap<>()),
            settings.podSecurity(),
            settings.kubernetes(),
            settings.namespace(),
            settings.exempt(),
            settings.user(),
            settings.tags(),
            settings.templates(),
            settings.today());
    assertEquals(
        denied == null ? "" : denied,
        denied(Review.of(Sentences.manifests(input), Optional.empty(), warned)),
        "warned of");
  }

  private static Optional<Model> model(String sentences) {
    return Optional.of(Sentences.model(sentences));
  }

  private static String denied(Reviewed reviewed) {
    List<Finding> denied = reviewed.judgements().getLast().decision().denied();
    return denied.stream().map(Finding::rule).distinct().collect(Collectors.joining(" "));
  }
}
