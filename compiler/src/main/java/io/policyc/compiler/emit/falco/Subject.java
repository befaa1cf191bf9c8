package io.policyc.compiler.emit.falco;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pods that are watched, or that a grant lets send.
///
/// @param workload the workload, where the pods are just its own
record Subject(NamespaceScope scope, Selection selection, Optional<Workload> workload) {
  static Subject of(Workload workload) {
    return new Subject(
        new NamespaceScope.One(workload.namespace()), workload.selection(), Optional.of(workload));
  }

  static Subject of(Peer.Pods pods) {
    return new Subject(
        pods.scope(), pods.selection(), pods.named() ? pods.workload() : Optional.empty());
  }

  /// `shop/web`, `every pod in shop`
  String words() {
    return workload.map(Workload::qualifiedName).orElseGet(this::group);
  }

  private String group() {
    String labels = selection.labels().isEmpty() ? "" : " { " + words(selection.labels()) + " }";
    String accounts =
        selection.serviceAccounts().isEmpty()
            ? ""
            : " as " + String.join(" and ", selection.serviceAccounts());
    return "every pod" + labels + accounts + " in " + where();
  }

  private String where() {
    return switch (scope) {
      case NamespaceScope.One(var namespace) -> namespace;
      case NamespaceScope.All() -> "every namespace";
      case NamespaceScope.Labelled(var labels) -> "namespaces { " + words(labels) + " }";
    };
  }

  private static String words(List<LabelRequirement> labels) {
    return labels.stream().map(Subject::words).collect(Collectors.joining("; "));
  }

  private static String words(LabelRequirement label) {
    String values = String.join(", ", label.values());
    return switch (label.operator()) {
      case IN ->
          label.values().size() == 1
              ? label.key() + ": " + values
              : label.key() + " in (" + values + ")";
      case NOT_IN -> label.key() + " not in (" + values + ")";
      case EXISTS -> label.key() + " exists";
      case ABSENT -> label.key() + " absent";
    };
  }

  /// The pods that Falco takes for these: those with the same labels.
  Subject seen() {
    Selection labels = new Selection(selection.labels(), List.of());
    return new Subject(scope, labels, workload);
  }

  /// Whether Falco sees all that keeps these pods apart from others of the given ones.
  boolean isVisibleAmong(Subject others) {
    boolean namespaces = !(scope instanceof NamespaceScope.Labelled) || scope.equals(others.scope);
    return namespaces
        && others.selection.serviceAccounts().containsAll(selection.serviceAccounts());
  }

  /// Whether all pods of the other one are among these.
  boolean covers(Subject other) {
    boolean namespaces =
        switch (scope) {
          case NamespaceScope.One one -> one.equals(other.scope);
          case NamespaceScope.All() -> true;
          case NamespaceScope.Labelled _ -> scope.equals(other.scope);
        };
    return namespaces
        && isVisibleAmong(other)
        && selection.labels().stream().allMatch(l -> Implied.by(other.selection.labels(), l));
  }

  /// Whether one pod may be among both: false only where what Falco sees keeps them apart.
  boolean mayMeet(Subject other) {
    boolean apart =
        scope instanceof NamespaceScope.One(var here)
            && other.scope instanceof NamespaceScope.One(var there)
            && !here.equals(there);
    return !apart
        && selection.labels().stream()
            .allMatch(a -> other.selection.labels().stream().allMatch(a::compatibleWith));
  }
}
