package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.Settings;
import io.policyc.manifests.TemplatePath;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `policyc.toml` says arrives.
class AdmissionSettingsTest {
  private static final List<TemplatePath> TEMPLATES =
      List.of(new TemplatePath("argoproj.io", "Rollout", "spec.template"));

  private static Settings settings(Settings.Admission admission, Settings.Webhook.Tags tags) {
    Settings all = Settings.DEFAULT;
    return new Settings(
        all.cilium(),
        all.falco(),
        new Settings.Kubernetes("1.34", 6443, TEMPLATES),
        admission,
        new Settings.Webhook(Settings.Mode.ENFORCE, tags),
        all.output());
  }

  @Test
  void everySettingArrives() {
    TreeMap<String, Settings.Mode> checks = new TreeMap<>();
    checks.put("hostPorts", Settings.Mode.WARN);
    TreeMap<String, Settings.Mode> namespaces = new TreeMap<>();
    namespaces.put("legacy", Settings.Mode.AUDIT);
    Settings.Admission admission =
        new Settings.Admission(
            Settings.Mode.WARN,
            new Settings.PodSecurity("baseline", "v1.30"),
            List.of("infra"),
            List.of("gvisor"),
            List.of("ci"),
            checks,
            namespaces);
    AdmissionSettings read =
        AdmissionSettings.of(
            settings(admission, Settings.Webhook.Tags.RESOLVE), LocalDate.of(2026, 1, 2));
    assertEquals(Mode.WARN, read.modes().everything());
    assertEquals(Mode.WARN, read.modes().mode("hostPorts", "shop"));
    assertEquals(Mode.AUDIT, read.modes().mode("privileged", "legacy"));
    assertEquals(Optional.of(Texts.policy("baseline:v1.30")), read.podSecurity());
    assertEquals(PodSecurityVersion.of(34), read.kubernetes());
    assertEquals(
        new Exempt(
            new TreeSet<>(List.of("infra")),
            new TreeSet<>(List.of("ci")),
            new TreeSet<>(List.of("gvisor"))),
        read.exempt());
    assertEquals(AdmissionSettings.Tags.RESOLVE, read.tags());
    assertEquals(TEMPLATES, read.templates());
    assertEquals(LocalDate.of(2026, 1, 2), read.today());
    assertEquals(Optional.empty(), read.user());
  }

  @ParameterizedTest
  @EnumSource
  void everyModeArrives(Settings.Mode mode) {
    Settings.Admission plain = Settings.Admission.DEFAULT;
    Settings.Admission admission =
        new Settings.Admission(
            mode,
            new Settings.PodSecurity("", ""),
            plain.exemptNamespaces(),
            plain.exemptRuntimeClasses(),
            plain.exemptUsers(),
            plain.checks(),
            plain.namespaces());
    AdmissionSettings read =
        AdmissionSettings.of(settings(admission, Settings.Webhook.Tags.REFUSE), LocalDate.MIN);
    assertEquals(mode.name(), read.modes().everything().name());
    assertEquals(AdmissionSettings.Tags.REFUSE, read.tags());
    // What cannot be read is the strictest.
    assertEquals(Optional.of(Texts.policy("restricted:latest")), read.podSecurity());
  }
}
