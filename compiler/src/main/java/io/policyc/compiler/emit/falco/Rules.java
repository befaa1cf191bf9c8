package io.policyc.compiler.emit.falco;

import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes a rule of an alert.
final class Rules {
  private static final int MOST_SENTENCES = 5;

  private final Forms forms;
  private final Scopes scopes;
  private final Sight sight;
  private final RuleNames names = new RuleNames();

  Rules(Forms forms, Scopes scopes, Sight sight) {
    this.forms = forms;
    this.scopes = scopes;
    this.sight = sight;
  }

  /// The rule; empty where nothing could set it off.
  Optional<FalcoRule> of(Alert alert) {
    Optional<Form> form = forms.of(alert.subject(), alert.behaviour());
    if (form.isEmpty()) {
      sight.nothing(alert);
    }
    return form.map(f -> rule(alert, f));
  }

  private FalcoRule rule(Alert alert, Form form) {
    String what = alert.subject().words() + " " + Behaviours.words(alert.behaviour());
    Set<Blind> blind = sight.of(alert, form);
    return new FalcoRule(
        names.of(alert.subject(), Behaviours.words(alert.behaviour())),
        description(alert, form, blind),
        condition(alert, form),
        Output.of(title(alert), alert.sentences().getFirst().place(), form.output()),
        alert.priority(),
        tags(alert, form),
        form.exceptions(),
        comments(alert, what));
  }

  private static String title(Alert alert) {
    return alert.subject().words() + " " + Behaviours.words(Behaviours.kind(alert.behaviour()));
  }

  private Condition condition(Alert alert, Form form) {
    List<Condition> terms = new ArrayList<>();
    form.event().ifPresent(terms::add);
    terms.add(scopes.of(alert.subject()));
    form.detail().ifPresent(terms::add);
    alert.exempt().stream()
        .flatMap(exempt -> exemption(alert, exempt).stream())
        .distinct()
        .forEach(terms::add);
    return Terms.all(terms);
  }

  private Optional<Condition> exemption(Alert alert, Alert.Exempt exempt) {
    List<Condition> terms = new ArrayList<>();
    Scopes.within(exempt.subject(), alert.subject()).ifPresent(terms::add);
    if (!Behaviours.covers(exempt.behaviour(), alert.behaviour())) {
      Optional<Form> form = forms.of(exempt.subject(), exempt.behaviour());
      form.flatMap(Form::detail).ifPresent(terms::add);
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(Terms.not(Terms.all(terms)));
  }

  private static String description(Alert alert, Form form, Set<Blind> blind) {
    List<String> parts = new ArrayList<>();
    parts.add(
        alert.derived()
            ? "What " + alert.subject().words() + " does beyond its grants and ports."
            : "An alert that a sentence asks for.");
    for (Sentence sentence : firstOf(alert)) {
      parts.add(sentence.line() + ".");
    }
    alert.exempt().forEach(exempt -> parts.add("Not where " + exempt.sentence().line() + "."));
    parts.addAll(form.unseen());
    blind.forEach(one -> parts.add(one.sentence()));
    return String.join("\n", parts);
  }

  private static List<Sentence> firstOf(Alert alert) {
    List<Sentence> all = alert.sentences();
    return all.subList(0, Math.min(MOST_SENTENCES, all.size()));
  }

  private static List<String> comments(Alert alert, String what) {
    List<String> lines = new ArrayList<>();
    if (alert.derived()) {
      lines.add("Follows from what is granted: " + what);
    }
    firstOf(alert).forEach(sentence -> lines.add(sentence.line()));
    int more = alert.sentences().size() - lines.size();
    if (alert.sentences().size() > MOST_SENTENCES && more > 0) {
      lines.add("and " + (alert.sentences().size() - MOST_SENTENCES) + " more");
    }
    return lines;
  }

  private static List<String> tags(Alert alert, Form form) {
    Set<String> tags = new TreeSet<>(form.tags());
    tags.add("policyc");
    alert.subject().workload().ifPresent(workload -> tags.add(workload.qualifiedName()));
    return List.copyOf(tags);
  }
}
