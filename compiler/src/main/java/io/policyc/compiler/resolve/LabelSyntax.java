package io.policyc.compiler.resolve;

import java.util.Optional;

/// How labels are spelt.
///
/// Source: Kubernetes v1.36, apimachinery pkg/util/validation (IsQualifiedName, IsValidLabelValue).
final class LabelSyntax {
  /// What a value, and the last part of a key, is made of.
  static final String RULE =
      "use at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at either end";

  /// The most characters that a value has.
  static final int LONGEST_VALUE = 63;

  private static final String NAMESPACE = "io.kubernetes.pod.namespace";
  private static final String SERVICE_ACCOUNT = "io.cilium.k8s.policy.serviceaccount";

  private LabelSyntax() {}

  /// Advice where a text is no key of a label; empty where it is one.
  static Optional<String> wrongKey(String key) {
    int colon = key.indexOf(':');
    if (colon >= 0) {
      return Optional.of(
          "leave out " + Say.quote(key.substring(0, colon + 1)) + ": a label has no source here");
    }
    int slash = key.indexOf('/');
    if (slash >= 0 && !NameSyntax.isSubdomain(key.substring(0, slash))) {
      return Optional.of("write a DNS name in lower case before the `/`, at most 253 characters");
    }
    return NameSyntax.isLabelText(key.substring(slash + 1)) ? Optional.empty() : Optional.of(RULE);
  }

  /// Whether Cilium makes the label of what a pod is, so that no pod carries it.
  static boolean isMadeByCilium(String key) {
    return key.startsWith("io.kubernetes.pod.") || key.startsWith("io.cilium.k8s.");
  }

  /// What to write in place of a condition on such a label.
  static String insteadOf(String key) {
    return switch (key) {
      case NAMESPACE -> "name the namespace with `in`, outside of the braces";
      case SERVICE_ACCOUNT -> "write `service account NAME`";
      default -> "select by labels of the pods, or of namespaces with `in namespaces { … }`";
    };
  }
}
