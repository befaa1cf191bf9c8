package io.policyc.policies.admission;

import io.policyc.compiler.Settings;
import io.policyc.manifests.TemplatePath;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a review asks for beyond the sentences, and what it is told of the cluster.
///
/// @param modes which checks refuse, where
/// @param podSecurity what counts in a namespace about which neither a label nor a sentence says
///   anything; empty is what a cluster does there: nothing is refused
/// @param kubernetes the release whose `latest` counts
/// @param namespace where an object belongs that names none
/// @param exempt of whom Pod Security asks nothing
/// @param user who creates the objects; empty where nobody knows
/// @param tags what happens to a signed image that is named by tag
/// @param templates where more kinds have their pod templates
/// @param today the day that an exemption's last one is compared with, in UTC
public record AdmissionSettings(
    Modes modes,
    Optional<LevelVersion> podSecurity,
    PodSecurityVersion kubernetes,
    String namespace,
    Exempt exempt,
    Optional<String> user,
    Tags tags,
    List<TemplatePath> templates,
    LocalDate today) {
  /// Everything refuses, `restricted:latest` where nothing else is said, nobody is exempt. Without
  /// a day every exemption has expired.
  public static final AdmissionSettings DEFAULTS =
      new AdmissionSettings(
          Modes.ENFORCE,
          Optional.of(new LevelVersion(PodSecurityLevel.RESTRICTED, PodSecurityVersion.LATEST)),
          PodSecurity.NEWEST_KNOWN,
          "default",
          Exempt.NOBODY,
          Optional.empty(),
          Tags.REFUSE,
          List.of(),
          LocalDate.MAX);

  public AdmissionSettings {
    templates = List.copyOf(templates);
  }

  /// What `policyc.toml` says.
  ///
  /// A version of Kubernetes that cannot be read is the newest that is known: reading the settings
  /// has refused it before.
  ///
  /// @param today in UTC
  public static AdmissionSettings of(Settings settings, LocalDate today) {
    Settings.Admission admission = settings.admission();
    return new AdmissionSettings(
        Modes.of(admission),
        Optional.of(LevelVersion.of(admission.podSecurity())),
        PodSecurityVersion.parse("v" + settings.kubernetes().version())
            .orElse(PodSecurity.NEWEST_KNOWN),
        "default",
        new Exempt(
            new TreeSet<>(admission.exemptNamespaces()),
            new TreeSet<>(admission.exemptUsers()),
            new TreeSet<>(admission.exemptRuntimeClasses())),
        Optional.empty(),
        settings.webhook().tags() == Settings.Webhook.Tags.RESOLVE ? Tags.RESOLVE : Tags.REFUSE,
        settings.kubernetes().templates(),
        today);
  }

  /// What happens to a signed image that is named by tag.
  public enum Tags {
    /// It is refused: the tag can move between the verdict and the pull.
    REFUSE,
    /// Whoever verifies it asks the registry what the tag means.
    RESOLVE
  }

  /// The same settings with other modes.
  public AdmissionSettings with(Modes other) {
    return new AdmissionSettings(
        other, podSecurity, kubernetes, namespace, exempt, user, tags, templates, today);
  }

  /// The same settings with another policy where nothing else is said.
  public AdmissionSettings withPodSecurity(Optional<LevelVersion> other) {
    return new AdmissionSettings(
        modes, other, kubernetes, namespace, exempt, user, tags, templates, today);
  }

  /// The same settings for another release of Kubernetes.
  public AdmissionSettings withKubernetes(PodSecurityVersion other) {
    return new AdmissionSettings(
        modes, podSecurity, other, namespace, exempt, user, tags, templates, today);
  }

  /// The same settings with another namespace for objects that name none.
  public AdmissionSettings withNamespace(String other) {
    return new AdmissionSettings(
        modes, podSecurity, kubernetes, other, exempt, user, tags, templates, today);
  }

  /// The same settings with others of whom Pod Security asks nothing.
  public AdmissionSettings with(Exempt other) {
    return new AdmissionSettings(
        modes, podSecurity, kubernetes, namespace, other, user, tags, templates, today);
  }

  /// The same settings for objects that somebody creates.
  public AdmissionSettings withUser(String name) {
    return new AdmissionSettings(
        modes,
        podSecurity,
        kubernetes,
        namespace,
        exempt,
        Optional.of(name),
        tags,
        templates,
        today);
  }

  /// The same settings with another answer to tags.
  public AdmissionSettings with(Tags other) {
    return new AdmissionSettings(
        modes, podSecurity, kubernetes, namespace, exempt, user, other, templates, today);
  }

  /// The same settings with pod templates in other places.
  public AdmissionSettings withTemplates(List<TemplatePath> other) {
    return new AdmissionSettings(
        modes, podSecurity, kubernetes, namespace, exempt, user, tags, other, today);
  }

  /// The same settings on a day.
  public AdmissionSettings withToday(LocalDate day) {
    return new AdmissionSettings(
        modes, podSecurity, kubernetes, namespace, exempt, user, tags, templates, day);
  }
}
