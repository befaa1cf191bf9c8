package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Gathers what one check holds against a pod: who did it, and where.
final class Denial {
  private final String check;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Scope> scopes = new ArrayList<>();

  Denial(String check) {
    this.check = check;
  }

  /// Adds a field that belongs to the pod as a whole, or to none of its scopes.
  void add(Place field, String message, String help) {
    findings.add(
        Finding.at(check, Level.ERROR, field.span(), message)
            .withPath(field.path())
            .withHelp(help));
  }

  /// Adds a field of a scope; the message goes on after the scope's name.
  void add(Scope scope, Place field, String message, String help) {
    // By path: two containers may have the same name, and both are counted.
    if (scopes.isEmpty() || !scopes.getLast().place().path().equals(scope.place().path())) {
      scopes.add(scope);
    }
    add(field, scope.described() + " " + message, help);
  }

  /// The names of the containers, in their order, each as often as there are such containers.
  List<String> containers() {
    return scopes.stream().filter(scope -> !scope.isPod()).map(Scope::name).toList();
  }

  /// `container "a"`, `containers "a", "b"`
  String named() {
    return GoText.counted("container", containers());
  }

  /// `pod`, `container "a"`, `pod and containers "a", "b"`; empty without scopes.
  String setters() {
    List<String> parts = new ArrayList<>();
    if (scopes.stream().anyMatch(Scope::isPod)) {
      parts.add("pod");
    }
    if (!containers().isEmpty()) {
      parts.add(named());
    }
    return String.join(" and ", parts);
  }

  /// Both together: the findings of the other one after this one's.
  Denial with(Denial other) {
    Denial both = new Denial(check);
    both.findings.addAll(findings);
    both.findings.addAll(other.findings);
    return both;
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }

  /// Closes it: a violation where anything was added.
  Optional<Violation> as(String reason, Supplier<String> detail) {
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Violation(check, reason, detail.get(), findings));
  }
}
