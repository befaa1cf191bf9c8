package io.policyc.tests.peers.admission;

import io.policyc.findings.Checked;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.manifests.Defaults;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Manifests;
import io.policyc.manifests.PodSchema;
import io.policyc.manifests.PodTemplates;
import io.policyc.policies.admission.AdmissionSettings;
import io.policyc.policies.admission.Judgement;
import io.policyc.policies.admission.LevelVersion;
import io.policyc.policies.admission.NamespacePolicy;
import io.policyc.policies.admission.Outcome;
import io.policyc.policies.admission.Pod;
import io.policyc.policies.admission.PodSecurity;
import io.policyc.policies.admission.PodSecurityVersion;
import io.policyc.policies.admission.Review;
import io.policyc.policies.admission.Violation;
import io.policyc.tests.peers.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an API server of Kubernetes 1.36 and `policyc check --kubernetes-version 1.36` say of one
/// text in one namespace.
final class ServerComparison {
  private static final PodSecurityVersion KUBERNETES = PodSecurityVersion.of(36);
  private static final AdmissionSettings AS_THE_SERVER =
      AdmissionSettings.DEFAULTS.withKubernetes(KUBERNETES).withPodSecurity(Optional.empty());

  private final Manifest namespace;

  /// @param namespace the Namespace object, in YAML
  ServerComparison(String namespace) {
    this.namespace = read("namespace.yaml", namespace).value().getFirst();
  }

  /// Where both differ; empty where they agree, or the server refuses for a reason that is none of
  /// ours (422).
  Optional<String> difference(ServerKind kind, String text, ApiClient.Answer theirs) {
    Checked<List<Manifest>> read = read("odd.yaml", text);
    if (read.hasErrors() || read.value().isEmpty()) {
      return expect(theirs, 400, "we cannot read it: " + read.findings());
    }
    List<Manifest> objects = new ArrayList<>(List.of(namespace));
    objects.addAll(read.value());
    Judgement ours =
        Review.of(
                objects,
                Optional.empty(),
                AS_THE_SERVER.withNamespace(namespace.name().orElseThrow()))
            .judgements()
            .getLast();
    if (ours.decision().outcome() instanceof Outcome.Undecided) {
      return expect(theirs, 400, "we cannot decode it: " + ours.decision().findings());
    }
    return switch (theirs.status()) {
      case 422 -> Optional.empty();
      case 201 -> allowed(kind, ours, theirs);
      case 403 -> refused(ours, theirs);
      default -> Optional.of("we take it, they answer " + theirs.status() + " " + theirs.message());
    };
  }

  private static Optional<String> expect(ApiClient.Answer theirs, int status, String ours) {
    return theirs.status() == status
        ? Optional.empty()
        : Optional.of(ours + "; they answer " + theirs.status() + " " + theirs.message());
  }

  private Optional<String> allowed(ServerKind kind, Judgement ours, ApiClient.Answer theirs) {
    if (kind == ServerKind.POD && !(ours.decision().outcome() instanceof Outcome.Allowed)) {
      return Optional.of("they allow it, we do not: " + ours.decision().findings());
    }
    List<String> warnings = ours(ours.object());
    List<String> said =
        theirs.warnings().stream().filter(w -> w.startsWith("would violate PodSecurity")).toList();
    return warnings.equals(said)
        ? unknown(ours, theirs)
        : Optional.of("we warn " + warnings + ", they " + said);
  }

  // What the namespace's `warn` asks for, as the server words it.
  private List<String> ours(Manifest object) {
    LevelVersion policy =
        NamespacePolicy.of(namespace.root(), NamespacePolicy.PRIVILEGED).value().warn();
    List<Violation> violations =
        PodTemplates.of(object).stream()
            .map(template -> Pod.of(Defaults.applied(template).place()))
            .flatMap(pod -> new PodSecurity(KUBERNETES).evaluate(policy, pod).stream())
            .toList();
    return violations.isEmpty()
        ? List.of()
        : List.of(
            "would " + PodSecurity.message(policy, violations).replace("violates", "violate"));
  }

  private static Optional<String> refused(Judgement ours, ApiClient.Answer theirs) {
    int at = theirs.message().indexOf("violates PodSecurity");
    List<String> said =
        at < 0 ? List.of(theirs.message()) : List.of(theirs.message().substring(at));
    return ours.podSecurity().equals(said)
        ? unknown(ours, theirs)
        : Optional.of("we say " + ours.podSecurity() + ", they " + said);
  }

  /// Whether we find that an object cannot be decoded.
  static boolean isWrong(String text) {
    Checked<List<Manifest>> read = read("value.yaml", text);
    return read.hasErrors()
        || PodSchema.check(read.value().getFirst(), List.of()).stream()
            .anyMatch(finding -> finding.level() == Level.ERROR);
  }

  /// Whether we find an error in a Namespace object.
  static boolean isBadNamespace(String text) {
    Manifest object = read("namespace.yaml", text).value().getFirst();
    return !Review.of(List.of(object), Optional.empty(), AS_THE_SERVER)
        .judgements()
        .getFirst()
        .decision()
        .denied()
        .isEmpty();
  }

  // Fields that are ignored: both warn of each.
  private static Optional<String> unknown(Judgement ours, ApiClient.Answer theirs) {
    List<String> found =
        ours.decision().findings().stream()
            .filter(f -> f.rule().equals("PC1021") && f.level() == Level.WARNING)
            .map(f -> "unknown field \"" + f.path().orElseThrow() + "\"")
            .sorted()
            .toList();
    List<String> said =
        theirs.warnings().stream().filter(w -> w.startsWith("unknown field")).sorted().toList();
    return found.equals(said)
        ? Optional.empty()
        : Optional.of("unknown to us " + found + ", to them " + said);
  }

  private static Checked<List<Manifest>> read(String name, String text) {
    return Manifests.read(new Source(name, text));
  }
}
