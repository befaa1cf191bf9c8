package io.policyc.policies.admission;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Span;
import io.policyc.manifests.Place;
import io.policyc.manifests.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a namespace's labels `pod-security.kubernetes.io/…` ask for.
///
/// @param enforce what is refused
/// @param audit what is written into the audit log
/// @param warn what the user is warned of
public record NamespacePolicy(LevelVersion enforce, LevelVersion audit, LevelVersion warn) {
  /// What a cluster does with a namespace without labels, unless configured otherwise.
  public static final NamespacePolicy PRIVILEGED =
      new NamespacePolicy(
          LevelVersion.PRIVILEGED, LevelVersion.PRIVILEGED, LevelVersion.PRIVILEGED);

  /// The rule of findings about a label that Kubernetes cannot read.
  public static final String RULE = "podSecurityLabels";

  private static final String PREFIX = "pod-security.kubernetes.io/";

  /// Reads the labels of a namespace.
  ///
  /// A bad level fails closed where it is enforced (`restricted`) and open elsewhere
  /// (`privileged`), a bad version means `latest`; each is a finding too. A stricter level to
  /// enforce is also warned of, unless a label says what to warn of.
  ///
  /// Source: k8s.io/pod-security-admission v0.37.2 api/helpers.go, PolicyToEvaluate.
  ///
  /// @param namespace the Namespace object
  /// @param defaults what counts where there is no label
  public static Checked<NamespacePolicy> of(Place namespace, NamespacePolicy defaults) {
    Place labels = namespace.at("metadata", "labels");
    List<Finding> findings = new ArrayList<>();
    Optional<Label> level = label(labels, "enforce");
    LevelVersion enforce =
        read(labels, "enforce", PodSecurityLevel.RESTRICTED, defaults.enforce(), findings);
    LevelVersion audit =
        read(labels, "audit", PodSecurityLevel.PRIVILEGED, defaults.audit(), findings);
    LevelVersion warn =
        read(labels, "warn", PodSecurityLevel.PRIVILEGED, defaults.warn(), findings);
    boolean valid = level.flatMap(one -> PodSecurityLevel.parse(one.text())).isPresent();
    if (valid && label(labels, "warn").isEmpty() && enforce.level().compareTo(warn.level()) > 0) {
      warn = asEnforced(enforce, warn, label(labels, "warn-version").isPresent());
    }
    return new Checked<>(new NamespacePolicy(enforce, audit, warn), findings);
  }

  private static LevelVersion asEnforced(
      LevelVersion enforce, LevelVersion warn, boolean hasVersion) {
    return new LevelVersion(enforce.level(), hasVersion ? warn.version() : enforce.version());
  }

  private static LevelVersion read(
      Place labels,
      String mode,
      PodSecurityLevel ifBad,
      LevelVersion defaults,
      List<Finding> findings) {
    PodSecurityLevel level = defaults.level();
    Optional<Label> said = label(labels, mode);
    if (said.isPresent()) {
      Optional<PodSecurityLevel> read = PodSecurityLevel.parse(said.get().text());
      level = read.orElse(ifBad);
      if (read.isEmpty()) {
        findings.add(badLevel(said.get(), ifBad));
      }
    }
    return new LevelVersion(level, version(labels, mode, defaults.version(), findings));
  }

  private static PodSecurityVersion version(
      Place labels, String mode, PodSecurityVersion ifUnset, List<Finding> findings) {
    Optional<Label> said = label(labels, mode + "-version");
    if (said.isEmpty()) {
      return ifUnset;
    }
    Optional<PodSecurityVersion> read = PodSecurityVersion.parse(said.get().text());
    if (read.isEmpty()) {
      findings.add(badVersion(said.get()));
    }
    return read.orElse(PodSecurityVersion.LATEST);
  }

  private static Finding badLevel(Label label, PodSecurityLevel means) {
    return label.finding(
        "is no level: it counts as `" + means.word() + "`",
        "write `privileged`, `baseline` or `restricted`, in lower case");
  }

  private static Finding badVersion(Label label) {
    return label.finding(
        "is no version: it counts as `latest`", "write `latest`, or a version such as `v1.29`");
  }

  /// Where the label of a mode stands in a Namespace object.
  static Optional<Span> label(Place namespace, Mode mode) {
    return label(namespace.at("metadata", "labels"), mode.word())
        .map(label -> label.place().span());
  }

  private static Optional<Label> label(Place labels, String name) {
    return labels.fields().stream()
        .filter(field -> field.name().equals(PREFIX + name))
        .map(field -> Label.of(labels, field))
        .findFirst();
  }

  /// A label of the namespace. One that is `null` is there, and empty, as Kubernetes decodes it.
  private record Label(String text, Place place) {
    static Label of(Place labels, Value.Field field) {
      ObjectPath path = new ObjectPath(labels.path() + "[" + field.name() + "]");
      Place place = new Place(path, Optional.of(field.value()), field.value().span());
      return new Label(Fields.text(place), place);
    }

    Finding finding(String message, String help) {
      return Finding.at(RULE, Level.ERROR, place.span(), "`" + text + "` " + message)
          .withPath(place.path())
          .withHelp(help);
    }
  }
}
