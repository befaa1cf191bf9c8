package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.MatchExpression;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Selections as Cilium's selectors.
///
/// Source: Cilium v1.20.2, pkg/k8s/apis/cilium.io/utils/utils.go: a peer's selector that names
/// neither a namespace nor a namespace's label means the policy's own namespace.
final class Selectors {
  /// The label that says in which namespace a pod is.
  static final String NAMESPACE = "k8s:io.kubernetes.pod.namespace";

  /// Labels of a pod's namespace begin with this.
  static final String NAMESPACE_LABELS = "io.cilium.k8s.namespace.labels.";

  /// The label that says as which service account a pod runs.
  static final String SERVICE_ACCOUNT = "io.cilium.k8s.policy.serviceaccount";

  // A selector that does not mention the cluster means pods of this one: the agent adds its name.
  private static final String CLUSTER = "io.cilium.k8s.policy.cluster";

  private Selectors() {}

  /// The `endpointSelector` of a policy in the subject's namespace, which Cilium adds itself.
  static EndpointSelector of(Subject subject) {
    Builder builder = new Builder();
    subject.namespaceLabels().forEach(label -> builder.add(NAMESPACE_LABELS, label));
    return builder.add(subject.selection()).build();
  }

  /// The same pods as the peer of a policy in another namespace, or in the same.
  static EndpointSelector peer(Subject subject, String own) {
    Builder builder = new Builder();
    subject.namespaceLabels().forEach(label -> builder.add(NAMESPACE_LABELS, label));
    boolean said = subject.namespace().equals(own) && subject.namespaceLabels().isEmpty();
    return (said ? builder : builder.is(NAMESPACE, subject.namespace()))
        .add(subject.selection())
        .build();
  }

  /// Pods as a peer of a policy in the namespace `own`.
  static EndpointSelector peer(NamespaceScope scope, Selection selection, String own) {
    return peer(PodSet.of(scope, selection), own);
  }

  /// Pods as a peer of a policy in the namespace `own`.
  static EndpointSelector peer(PodSet pods, String own) {
    boolean said =
        pods.namespace().equals(Optional.of(own))
            && pods.namespaceLabels().isEmpty()
            && !mentionsNamespace(pods.selection());
    return (said ? new Builder() : inNamespaces(pods)).add(pods.selection()).build();
  }

  /// Pods of each cluster of a mesh, as a peer of any policy.
  static EndpointSelector inEachCluster(PodSet pods) {
    return inNamespaces(pods).exists(CLUSTER).add(pods.selection()).build();
  }

  private static Builder inNamespaces(PodSet pods) {
    Builder builder = new Builder();
    // What is no pod has no namespace: without this, `not in` would select nodes and the world. And
    // 1.20 takes a selector that only says what is not there for all of the cluster, since it also
    // tries it on identities of its own that stand for all others (pkg/policy/aggregate.go).
    pods.namespace()
        .ifPresentOrElse(one -> builder.is(NAMESPACE, one), () -> builder.exists(NAMESPACE));
    if (!pods.outside().isEmpty()) {
      builder.expressions.add(MatchExpression.notIn(NAMESPACE, pods.outside()));
    }
    pods.namespaceLabels().forEach(label -> builder.add(NAMESPACE_LABELS, label));
    return builder;
  }

  // Such a key would keep Cilium from adding the policy's own namespace.
  private static boolean mentionsNamespace(Selection selection) {
    return selection.labels().stream()
        .anyMatch(
            label ->
                label.key().startsWith(NAMESPACE_LABELS) || NAMESPACE.endsWith(":" + label.key()));
  }

  private static final class Builder {
    private final SortedMap<String, String> labels = new TreeMap<>();
    private final List<MatchExpression> expressions = new ArrayList<>();

    Builder is(String key, String value) {
      labels.put(key, value);
      return this;
    }

    Builder exists(String key) {
      expressions.add(MatchExpression.exists(key));
      return this;
    }

    Builder add(Selection selection) {
      selection.labels().forEach(label -> add("", label));
      selection
          .serviceAccounts()
          .forEach(account -> add("", LabelRequirement.is(SERVICE_ACCOUNT, account)));
      return this;
    }

    Builder add(String prefix, LabelRequirement requirement) {
      String key = prefix + requirement.key();
      List<String> values = requirement.values();
      switch (requirement.operator()) {
        case IN -> in(key, values);
        case NOT_IN -> expressions.add(MatchExpression.notIn(key, values));
        case EXISTS -> exists(key);
        case ABSENT -> expressions.add(MatchExpression.absent(key));
      }
      return this;
    }

    // A mapping has each key once: a second condition on one key is written as an expression.
    private void in(String key, List<String> values) {
      if (values.size() == 1 && !labels.containsKey(key)) {
        labels.put(key, values.getFirst());
      } else {
        expressions.add(MatchExpression.in(key, values));
      }
    }

    EndpointSelector build() {
      return EndpointSelector.of(labels, expressions);
    }
  }
}
