package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which pods a rule is about, as conditions on what the container runtime tells Falco: the
/// namespace and the pod's labels. It tells neither the service account nor labels of namespaces.
final class Scopes {
  private static final String NAMESPACE = "k8s.ns.name";

  private final Library library;
  private final MacroNames names;
  private final Map<String, Condition> workloads = new HashMap<>();

  Scopes(Library library, MacroNames names) {
    this.library = library;
    this.names = names;
  }

  /// The pods, by name where they are a workload's.
  Condition of(Subject subject) {
    return subject.workload().isPresent()
        ? of(subject.workload().get(), subject)
        : condition(subject);
  }

  private Condition of(Workload workload, Subject subject) {
    return workloads.computeIfAbsent(
        workload.qualifiedName(),
        name ->
            library.macro(
                names.of(workload.namespace(), workload.name()),
                "Pods of " + name,
                () -> condition(subject)));
  }

  private static Condition condition(Subject subject) {
    List<Condition> terms = new ArrayList<>();
    terms.add(namespace(subject.scope()));
    subject.selection().labels().forEach(label -> terms.add(label(label)));
    return Terms.all(terms);
  }

  /// What tells the sender's pods apart among the subject's; empty where all of them are.
  static Optional<Condition> within(Subject sender, Subject subject) {
    List<Condition> terms = new ArrayList<>();
    if (sender.scope() instanceof NamespaceScope.One && !sender.scope().equals(subject.scope())) {
      terms.add(namespace(sender.scope()));
    }
    Implied.rest(subject.selection().labels(), sender.selection().labels())
        .forEach(label -> terms.add(label(label)));
    return terms.isEmpty() ? Optional.empty() : Optional.of(Terms.all(terms));
  }

  /// Whether a pod carries a label, whatever its value.
  static Condition carries(String key) {
    return Terms.exists(Operand.Field.of("k8s.pod.label", key));
  }

  /// Whether a pod is in another namespace.
  static Condition outside(String namespace) {
    return Terms.not(Terms.oneOf(NAMESPACE, List.of(namespace)));
  }

  // Everything that is negated stands beside this: a pod of which nothing is known yet must not
  // look like one without a label.
  private static Condition namespace(NamespaceScope scope) {
    return switch (scope) {
      case NamespaceScope.One(var namespace) -> Terms.oneOf(NAMESPACE, List.of(namespace));
      case NamespaceScope.All _, NamespaceScope.Labelled _ -> Terms.exists(NAMESPACE);
    };
  }

  private static Condition label(LabelRequirement label) {
    Operand.Field field = Operand.Field.of("k8s.pod.label", label.key());
    return switch (label.operator()) {
      case IN -> Terms.oneOf(field, label.values());
      case NOT_IN -> Terms.not(Terms.oneOf(field, label.values()));
      case EXISTS -> Terms.exists(field);
      case ABSENT -> Terms.not(Terms.exists(field));
    };
  }
}
