package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds the pods of an object against what is asked of its namespace.
final class PodSecurityReview {
  private final Subject subject;
  private final PodSecurityExemption exemption;
  private final NamespaceFacts namespace;
  private final PodSecurity security;
  private final Verdict verdict;
  private final List<String> messages = new ArrayList<>();

  PodSecurityReview(Subject subject, Cluster cluster, Verdict verdict) {
    this.subject = subject;
    this.exemption = new PodSecurityExemption(cluster.settings());
    this.namespace = cluster.namespace(subject.namespace());
    this.security = new PodSecurity(cluster.settings().kubernetes());
    this.verdict = verdict;
  }

  /// Adds what is found to the verdict.
  ///
  /// @return what an API server says, one text for each policy
  List<String> judge() {
    for (Pods pods : subject.pods()) {
      Optional<Finding> exempt = exemption.of(pods);
      exempt.ifPresent(verdict::judge);
      if (exempt.isEmpty()) {
        pods.pod().ifPresent(pod -> judge(pods, pod));
      }
    }
    return messages;
  }

  private void judge(Pods pods, Pod pod) {
    judge(pods, pod, namespace.enforce(), Mode.ENFORCE);
    judge(pods, pod, namespace.warn(), Mode.WARN);
    judge(pods, pod, namespace.audit(), Mode.AUDIT);
  }

  private void judge(Pods pods, Pod pod, List<Asked> policies, Mode mode) {
    for (Asked asked : policies) {
      List<Violation> violations = asked.evaluate(pod);
      if (!violations.isEmpty() && mode == Mode.ENFORCE) {
        messages.add(PodSecurity.message(asked.policy(), violations));
      }
      verdict.judge(findings(pods, asked, violations, mode), mode);
      verdict.judge(findings(pods, asked, covered(pod, asked, mode), mode), mode);
    }
  }

  /// What checks would refuse that a stricter one stands for, where that one lets pass: an
  /// exemption from `restrictedVolumes` is none from `hostPathVolumes`.
  private List<Violation> covered(Pod pod, Asked asked, Mode mode) {
    Set<String> milder =
        asked.checks().stream()
            .filter(check -> !check.overrides().isEmpty())
            .map(PodSecurityCheck::id)
            .filter(id -> verdict.isMilder(id, mode))
            .collect(Collectors.toSet());
    return milder.isEmpty() ? List.of() : asked.evaluate(pod, security, milder);
  }

  private static List<Finding> findings(
      Pods pods, Asked asked, List<Violation> violations, Mode mode) {
    return violations.stream()
        .flatMap(violation -> violation.findings().stream())
        .map(finding -> ofPods(pods, asked.explain(finding), mode))
        .toList();
  }

  /// An API server accepts a controller and refuses its pods afterwards, where nobody looks.
  private static Finding ofPods(Pods pods, Finding finding, Mode mode) {
    return pods.isPod() || mode != Mode.ENFORCE
        ? finding
        : finding.withRelated(
            pods.object().root().at("metadata", "name").span(),
            "the pods of `" + pods.object().label() + "` will be refused");
  }
}
