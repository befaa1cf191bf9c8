package io.policyc.policies.admission;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether pods are among those that a sentence means.
final class Selects {
  private static final String NAME = "kubernetes.io/metadata.name";

  private Selects() {}

  /// An answer that may be missing.
  enum Answer {
    YES,
    NO,
    /// The namespace's labels are not known.
    UNKNOWN
  }

  /// Whether pods with these labels and this account are meant, wherever they are.
  static boolean pods(Selection selection, Map<String, String> labels, String account) {
    for (LabelRequirement label : selection.labels()) {
      if (!holds(label, labels)) {
        return false;
      }
    }
    return selection.serviceAccounts().isEmpty()
        || selection.serviceAccounts().equals(List.of(account));
  }

  /// Whether a namespace is meant.
  ///
  /// @param labels those of its object; empty where that is not known
  static Answer namespace(
      NamespaceScope scope, String name, Optional<? extends Map<String, String>> labels) {
    return switch (scope) {
      case NamespaceScope.One(var one) -> one.equals(name) ? Answer.YES : Answer.NO;
      case NamespaceScope.All() -> Answer.YES;
      case NamespaceScope.Labelled(var conditions) -> labelled(conditions, name, labels);
    };
  }

  private static Answer labelled(
      List<LabelRequirement> conditions,
      String name,
      Optional<? extends Map<String, String>> labels) {
    Answer answer = Answer.YES;
    for (LabelRequirement condition : conditions) {
      if (condition.key().equals(NAME)) {
        // The server sets this label itself, to the name.
        if (!holds(condition, Map.of(NAME, name))) {
          return Answer.NO;
        }
      } else if (labels.isEmpty()) {
        answer = Answer.UNKNOWN;
      } else if (!holds(condition, labels.get())) {
        return Answer.NO;
      }
    }
    return answer;
  }

  private static boolean holds(LabelRequirement condition, Map<String, String> labels) {
    String value = labels.getOrDefault(condition.key(), "");
    boolean there = labels.containsKey(condition.key());
    return switch (condition.operator()) {
      case IN -> there && condition.values().contains(value);
      case NOT_IN -> !there || !condition.values().contains(value);
      case EXISTS -> there;
      case ABSENT -> !there;
    };
  }
}
