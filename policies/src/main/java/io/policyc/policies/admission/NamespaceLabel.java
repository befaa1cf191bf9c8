package io.policyc.policies.admission;

import io.policyc.compiler.model.Requirement;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Span;
import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Denies Namespace objects without the label that a sentence about them asks for, or with one that
/// asks for less.
///
/// Source: `namespace shop is restricted at v1.34`. Fields: `metadata.labels`
/// `pod-security.kubernetes.io/enforce` and `enforce-version`. Allowed: the sentence's level or a
/// stricter one; its version, a newer one, `latest`, unset.
record NamespaceLabel() implements Check {
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final String VERSION = ENFORCE + "-version";

  @Override
  public String id() {
    return "namespaceLabel";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (facts.is("", "Namespace")) {
      for (Requirement.Profile one : facts.cluster().namespace(facts.namespace()).profiles()) {
        judge(facts.object().root().at("metadata", "labels"), one)
            .map(finding -> Found.because(finding, one.origin()))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> judge(Place labels, Requirement.Profile profile) {
    LevelVersion asked = NamespaceFacts.policy(profile);
    Place level = label(labels, ENFORCE);
    if (!isThere(labels, ENFORCE)) {
      return Optional.of(
          Found.error(
              this,
              level,
              "the label `" + ENFORCE + "` is missing",
              "write `" + ENFORCE + ": " + asked.level().word() + "`"));
    }
    // What cannot be read counts as `restricted` and is found by another check.
    PodSecurityLevel said =
        PodSecurityLevel.parse(Fields.text(level)).orElse(PodSecurityLevel.RESTRICTED);
    return said.compareTo(asked.level()) < 0
        ? Optional.of(
            Found.error(
                this,
                level,
                "`" + said.word() + "` is less than `" + asked.level().word() + "`",
                "write `" + asked.level().word() + "`"))
        : version(label(labels, VERSION), asked);
  }

  /// A label, set or not, with the path by which people name it.
  private static Place label(Place labels, String name) {
    Place label = labels.field(name);
    return new Place(new ObjectPath(labels.path() + "[" + name + "]"), label.value(), label.span());
  }

  private static boolean isThere(Place labels, String name) {
    return labels.fields().stream().anyMatch(field -> field.name().equals(name));
  }

  private Optional<Finding> version(Place place, LevelVersion asked) {
    return place
        .text()
        .value()
        .flatMap(PodSecurityVersion::parse)
        .filter(said -> !said.equals(asked.version()) && said.olderOf(asked.version()).equals(said))
        .map(
            said ->
                Found.error(
                    this,
                    place,
                    "version `" + said + "` is older than `" + asked.version() + "`",
                    "write `" + asked.version() + "`"));
  }

  /// The sentences about namespaces whose object is not in the input.
  List<Finding> notes(Cluster cluster) {
    List<Finding> notes = new ArrayList<>();
    for (Requirement.Profile one : cluster.requirements(Requirement.Profile.class).toList()) {
      if (cluster.namespace(one.namespace()).objects().isEmpty()) {
        Span at = one.origin().sentence();
        notes.add(
            Finding.at(
                id(),
                Level.NOTE,
                at,
                "the label of namespace `"
                    + one.namespace()
                    + "` was not looked at: its object is not in the input"));
      }
    }
    return notes;
  }
}
