package io.policyc.policies.admission;

import io.policyc.compiler.model.Exemption;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.manifests.Manifest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Sentences that let an object pass some checks for a while.
///
/// One whose last day is over counts no more, which is told where sentences are read (PC0614). One
/// that no object of the input needs is reported, so that it does not wait for an object that
/// should be refused.
final class Exemptions {
  static final String ID = "exemption";

  private final List<Exemption> all;
  private final Map<Key, List<Exemption>> byObject = new HashMap<>();
  private final LocalDate today;

  /// Where exemptions lie: those of a name with `*` lie at the empty name.
  private record Key(String kind, String namespace, String name) {}

  /// That an exemption let something pass a check.
  record Use(Exemption exemption, String check) {}

  Exemptions(Optional<Model> model, LocalDate today) {
    this.all = model.map(Model::exemptions).orElse(List.of());
    this.today = today;
    for (Exemption one : all) {
      String name = one.name().indexOf('*') >= 0 ? "" : one.name();
      byObject
          .computeIfAbsent(new Key(one.kind(), one.namespace(), name), _ -> new ArrayList<>())
          .add(one);
    }
  }

  /// Those of an object, also those that count no more.
  private List<Exemption> about(Subject subject) {
    Manifest object = subject.object();
    String name = object.name().orElse("");
    List<Exemption> found = new ArrayList<>();
    for (String namespace : new TreeSet<>(List.of(subject.namespace(), ""))) {
      found.addAll(byObject.getOrDefault(new Key(object.kind(), namespace, name), List.of()));
      byObject.getOrDefault(new Key(object.kind(), namespace, ""), List.of()).stream()
          .filter(one -> matches(one.name(), name))
          .forEach(found::add);
    }
    return found.stream().filter(one -> isOf(one, subject)).toList();
  }

  /// An exemption without a namespace is one of objects that stand in none.
  private static boolean isOf(Exemption exemption, Subject subject) {
    boolean clusterWide =
        subject.namespace().isEmpty() || subject.object().kind().equals("Namespace");
    return exemption.namespace().isEmpty() == clusterWide
        || exemption.namespace().equals(subject.namespace());
  }

  /// Those of an object that count today.
  List<Exemption> of(Subject subject) {
    return all.isEmpty()
        ? List.of()
        : about(subject).stream().filter(one -> one.countsOn(today)).toList();
  }

  /// Whether a name is of a form such as `node-*`: each `*` is any text, and there is one.
  static boolean matches(String form, String name) {
    String[] parts = form.split("\\*", -1);
    String last = parts[parts.length - 1];
    if (!name.startsWith(parts[0]) || name.length() < parts[0].length() + last.length()) {
      return false;
    }
    int at = parts[0].length();
    // The first place is the best one: it leaves the most for the parts behind it.
    for (int i = 1; i < parts.length - 1; i++) {
      int found = name.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return name.endsWith(last) && name.length() - last.length() >= at;
  }

  /// What is to be said of the sentences themselves.
  ///
  /// @param used what they let pass
  List<Finding> findings(List<Subject> subjects, Set<Use> used) {
    List<Finding> findings = new ArrayList<>();
    Set<Exemption> known = new HashSet<>();
    if (!all.isEmpty()) {
      subjects.forEach(subject -> known.addAll(about(subject)));
    }
    for (Exemption one : all) {
      if (one.countsOn(today) && !known.contains(one)) {
        findings.add(at(one, Level.NOTE, "no object of the input is one that this exempts"));
      } else if (one.countsOn(today)) {
        unused(one, check -> used.contains(new Use(one, check))).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> unused(Exemption exemption, Predicate<String> isUsed) {
    List<String> unused = exemption.checks().stream().filter(isUsed.negate()).toList();
    return unused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at(
                    exemption,
                    Level.WARNING,
                    "nothing needs an exemption from `" + String.join("`, `", unused) + "`")
                .withHelp(
                    unused.equals(exemption.checks())
                        ? "remove the sentence"
                        : "leave `" + String.join("`, `", unused) + "` out"));
  }

  private static Finding at(Exemption exemption, Level level, String message) {
    return Finding.at(ID, level, exemption.origin().sentence(), message)
        .withObject(exemption.kind() + "/" + exemption.name());
  }
}
