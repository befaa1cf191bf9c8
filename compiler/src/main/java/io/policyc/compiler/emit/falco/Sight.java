package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Requirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What Falco does not see of each rule, and what the compile says of it: a note at each sentence
/// about an alert, and one for all rules that follow from grants.
final class Sight {
  private static final Set<Behaviours.Kind> PROGRAMS =
      EnumSet.of(Behaviours.Kind.SHELL, Behaviours.Kind.RUNS, Behaviours.Kind.ANYTHING_BUT);

  private final Report report;
  private final List<Subject> wasm;
  private final Set<Blind> derived = EnumSet.noneOf(Blind.class);
  private final List<Sentence> behind = new ArrayList<>();
  private final List<Sentence> idle = new ArrayList<>();
  private int rules;
  private int unwatched;

  Sight(Model model, Report report) {
    this.report = report;
    this.wasm =
        model.requirements().stream()
            .filter(Requirement.Wasm.class::isInstance)
            .map(Requirement.Wasm.class::cast)
            .map(one -> Subject.of(one.subject()))
            .toList();
  }

  /// What is not seen of an alert's rule; a note is kept.
  Set<Blind> of(Alert alert, Form form) {
    Set<Blind> blind = EnumSet.noneOf(Blind.class);
    blind.addAll(form.blind());
    Subject subject = alert.subject();
    if (!subject.selection().serviceAccounts().isEmpty()) {
      blind.add(Blind.ACCOUNTS);
    }
    if (subject.scope() instanceof NamespaceScope.Labelled) {
      blind.add(Blind.NAMESPACES);
    }
    boolean program = PROGRAMS.contains(Behaviours.kind(alert.behaviour()));
    if (program && wasm.stream().anyMatch(one -> one.mayMeet(subject))) {
      blind.add(Blind.WASM);
    }
    note(alert, blind);
    return blind;
  }

  private void note(Alert alert, Set<Blind> blind) {
    if (words(blind).isEmpty()) {
      return;
    }
    if (alert.derived()) {
      rules++;
      derived.addAll(blind);
      behind.addAll(alert.sentences());
      return;
    }
    String message = "Falco cannot tell everything apart here: " + words(blind);
    alert.sentences().forEach(sentence -> add(sentence, message, blind));
  }

  private void add(Sentence sentence, String message, Set<Blind> blind) {
    report.add(Code.PC0505.at(sentence.span(), message).withHelp(help(blind)));
  }

  /// Keeps that nothing could set off an alert: grants cover every address and port.
  void nothing(Alert alert) {
    if (alert.derived()) {
      unwatched++;
      idle.addAll(alert.sentences());
      return;
    }
    String message =
        "this alert never comes: grants cover every port, at addresses that Falco cannot tell apart";
    alert
        .sentences()
        .forEach(
            sentence ->
                report.add(
                    Code.PC0507
                        .at(sentence.span(), message)
                        .withHelp("grant ports in place of `every port` or `may reach`")));
  }

  /// Says what is not seen of the rules that follow from grants, and where there are none.
  void finish() {
    idle.stream()
        .min(Sentence.byPlace())
        .ifPresent(
            first ->
                report.add(
                    Code.PC0508
                        .at(
                            first.span(),
                            (unwatched == 1 ? "a workload has" : unwatched + " workloads have")
                                + " no rule for connections elsewhere: grants cover every port, at"
                                + " addresses that Falco cannot tell apart")
                        .withHelp("grant ports in place of `every port` or `may reach`")));
    behind.stream()
        .min(Sentence.byPlace())
        .ifPresent(
            first -> {
              String which = rules == 1 ? "a rule that follows" : rules + " rules that follow";
              String message =
                  "of "
                      + which
                      + " from grants Falco cannot tell everything apart: "
                      + words(derived);
              add(first, message, derived);
            });
  }

  private static String words(Set<Blind> blind) {
    return blind.stream().flatMap(one -> one.note().stream()).collect(Collectors.joining("; "));
  }

  private static String help(Set<Blind> blind) {
    return blind.contains(Blind.SERVICES)
        ? "say on which port a Service shows it, as in `port http 8080 behind service 80`"
        : "the rule's description says it, too";
  }
}
