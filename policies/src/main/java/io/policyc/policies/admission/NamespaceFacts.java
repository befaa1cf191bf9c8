package io.policyc.policies.admission;

import io.policyc.compiler.model.Requirement;
import io.policyc.findings.Related;
import io.policyc.findings.Span;
import io.policyc.manifests.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/// What is known of a namespace.
///
/// What several ask of its pods adds up: a pod is refused where the label, a second object of the
/// same name, or a sentence refuses it. A setting counts only where none of them says anything.
///
/// @param objects the Namespace objects of that name, more than one where an input holds several
///   environments
/// @param profiles the sentences about it
/// @param enforce what its pods are refused for, the strictest first
/// @param warn what its pods are warned of, beyond that
/// @param audit what is written down of its pods, beyond that
record NamespaceFacts(
    List<Manifest> objects,
    List<Requirement.Profile> profiles,
    List<Asked> enforce,
    List<Asked> warn,
    List<Asked> audit) {
  private static final Comparator<Asked> STRICTEST =
      Comparator.<Asked, PodSecurityLevel>comparing(asked -> asked.policy().level())
          .thenComparingLong(asked -> asked.policy().version().minor().orElse(Long.MAX_VALUE))
          .reversed();

  NamespaceFacts {
    objects = List.copyOf(objects);
    profiles = List.copyOf(profiles);
    enforce = List.copyOf(enforce);
    warn = List.copyOf(warn);
    audit = List.copyOf(audit);
  }

  /// What is known of a namespace by its objects and by sentences about it.
  static NamespaceFacts of(
      List<Manifest> objects, List<Requirement.Profile> profiles, AdmissionSettings settings) {
    List<Asked> enforce = new ArrayList<>();
    List<Asked> warn = new ArrayList<>();
    List<Asked> audit = new ArrayList<>();
    PodSecurity security = new PodSecurity(settings.kubernetes());
    for (Requirement.Profile profile : profiles) {
      add(enforce, security, policy(profile), Optional.of(because(profile)));
    }
    NamespacePolicy silent = profiles.isEmpty() ? silent(settings) : NamespacePolicy.PRIVILEGED;
    for (Manifest object : objects) {
      NamespacePolicy policy = NamespacePolicy.of(object.root(), silent).value();
      add(enforce, security, policy.enforce(), because(object, Mode.ENFORCE));
      add(warn, security, policy.warn(), because(object, Mode.WARN));
      add(audit, security, policy.audit(), because(object, Mode.AUDIT));
    }
    if (objects.isEmpty()) {
      add(enforce, security, silent.enforce(), Optional.empty());
    }
    return new NamespaceFacts(
        objects, profiles, sorted(enforce), without(enforce, warn), without(enforce, audit));
  }

  private static NamespacePolicy silent(AdmissionSettings settings) {
    return new NamespacePolicy(
        settings.podSecurity().orElse(LevelVersion.PRIVILEGED),
        LevelVersion.PRIVILEGED,
        LevelVersion.PRIVILEGED);
  }

  private static void add(
      List<Asked> all, PodSecurity security, LevelVersion policy, Optional<Related> because) {
    boolean known = all.stream().anyMatch(one -> one.policy().equals(policy));
    if (!known && policy.level() != PodSecurityLevel.PRIVILEGED) {
      all.add(new Asked(policy, security.checks(policy), because));
    }
  }

  private static List<Asked> sorted(List<Asked> all) {
    return all.stream().sorted(STRICTEST).toList();
  }

  private static List<Asked> without(List<Asked> enforced, List<Asked> all) {
    Function<Asked, LevelVersion> policy = Asked::policy;
    List<LevelVersion> known = enforced.stream().map(policy).toList();
    return sorted(all.stream().filter(one -> !known.contains(one.policy())).toList());
  }

  /// What a sentence asks for.
  static LevelVersion policy(Requirement.Profile profile) {
    return new LevelVersion(
        PodSecurityLevel.parse(profile.profile()).orElse(PodSecurityLevel.RESTRICTED),
        profile.version().flatMap(PodSecurityVersion::parse).orElse(PodSecurityVersion.LATEST));
  }

  private static Related because(Requirement.Profile profile) {
    return new Related(
        profile.origin().sentence(), "this sentence asks for `" + policy(profile) + "`");
  }

  private static Optional<Related> because(Manifest object, Mode mode) {
    return NamespacePolicy.label(object.root(), mode)
        .map(span -> new Related(span, "namespace `" + object.name().orElse("") + "` says it"));
  }

  /// The labels of each object: what a sentence asks of one environment's pods is asked of all.
  List<SortedMap<String, String>> labels() {
    return objects.stream()
        .map(object -> Pods.labels(object.root().at("metadata", "labels")))
        .toList();
  }

  /// Where the name of the first object stands.
  Optional<Span> declared() {
    return objects.stream().map(one -> one.root().at("metadata", "name").span()).findFirst();
  }
}
