package io.policyc.cli.check;

import io.policyc.compiler.Settings;
import io.policyc.policies.admission.AdmissionSettings;
import io.policyc.policies.admission.Exempt;
import io.policyc.policies.admission.LevelVersion;
import io.policyc.policies.admission.Mode;
import io.policyc.policies.admission.Modes;
import io.policyc.policies.admission.PodSecurityLevel;
import io.policyc.policies.admission.PodSecurityVersion;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What `policyc.toml` and the options of a run ask of a review: an option beats the file.
final class ReviewSettings {
  private ReviewSettings() {}

  static AdmissionSettings of(CheckOptions options, Settings settings) {
    Settings.Admission admission = settings.admission();
    return new AdmissionSettings(
        modes(admission),
        options.podSecurity().or(() -> podSecurity(admission.podSecurity())),
        options.kubernetes().or(() -> kubernetes(settings)).orElseThrow(),
        options.namespace(),
        new Exempt(
            new TreeSet<>(admission.exemptNamespaces()),
            new TreeSet<>(admission.exemptUsers()),
            new TreeSet<>(admission.exemptRuntimeClasses())),
        Optional.empty(),
        tags(settings.webhook().tags()),
        settings.kubernetes().templates(),
        options.today());
  }

  private static Modes modes(Settings.Admission admission) {
    return new Modes(
        mode(admission.mode()), modes(admission.checks()), modes(admission.namespaces()));
  }

  private static SortedMap<String, Mode> modes(SortedMap<String, Settings.Mode> said) {
    SortedMap<String, Mode> modes = new TreeMap<>();
    said.forEach((name, mode) -> modes.put(name, mode(mode)));
    return modes;
  }

  private static Mode mode(Settings.Mode mode) {
    return switch (mode) {
      case ENFORCE -> Mode.ENFORCE;
      case WARN -> Mode.WARN;
      case AUDIT -> Mode.AUDIT;
    };
  }

  private static AdmissionSettings.Tags tags(Settings.Webhook.Tags tags) {
    return switch (tags) {
      case REFUSE -> AdmissionSettings.Tags.REFUSE;
      case RESOLVE -> AdmissionSettings.Tags.RESOLVE;
    };
  }

  // Reading the settings has refused other words, and then put the default in their place.
  private static Optional<LevelVersion> podSecurity(Settings.PodSecurity said) {
    Optional<PodSecurityLevel> level = PodSecurityLevel.parse(said.level());
    Optional<PodSecurityVersion> version = PodSecurityVersion.parse(said.version());
    return level.flatMap(one -> version.map(two -> new LevelVersion(one, two)));
  }

  private static Optional<PodSecurityVersion> kubernetes(Settings settings) {
    return Releases.parse(settings.kubernetes().version());
  }
}
