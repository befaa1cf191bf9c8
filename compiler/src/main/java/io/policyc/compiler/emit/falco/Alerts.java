package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.emit.Sentences;
import io.policyc.compiler.falco.Priority;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Watch;
import io.policyc.compiler.model.Watch.Behaviour;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which alerts there are: those that sentences say, those that follow from grants, and of both
/// what no `no alert` takes away.
final class Alerts {
  private record Key(Subject subject, Behaviour behaviour) {}

  private final Closed closed;
  private final Sentences sentences;
  private final Report report;
  private final Watched negated;
  private final Watched said;
  private final Set<Watch> used = new HashSet<>();
  private final List<Alert> alerts = new ArrayList<>();

  Alerts(Closed closed, Overlaps overlaps, Effort effort, Sentences sentences, Report report) {
    this.closed = closed;
    this.sentences = sentences;
    this.report = report;
    this.negated = new Watched(overlaps, effort);
    this.said = new Watched(overlaps, effort);
  }

  List<Alert> of(Model model) {
    model.watches().forEach(watch -> (watch.negated() ? negated : said).add(watch));
    byKey(model).values().forEach(this::said);
    model.workloads().stream().filter(closed::isOwn).forEach(this::derived);
    model.watches().stream().filter(Watch::negated).forEach(this::idle);
    return alerts;
  }

  private static Map<Key, List<Watch>> byKey(Model model) {
    Map<Key, List<Watch>> byKey = new LinkedHashMap<>();
    for (Watch watch : model.watches()) {
      if (!watch.negated()) {
        Key key = new Key(Subject.of(watch.subject()), watch.behaviour());
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(watch);
      }
    }
    return byKey;
  }

  private void said(List<Watch> same) {
    Watch first = same.getFirst();
    Priority priority =
        first
            .priority()
            .map(word -> Priority.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElseGet(() -> Behaviours.priority(first.behaviour()));
    List<Sentence> behind =
        same.stream().map(watch -> sentences.of(watch.origin())).distinct().sorted().toList();
    add(Subject.of(first.subject()), first.behaviour(), priority, behind, false);
  }

  private void derived(Workload workload) {
    List<Origin> egress = closed.egress(workload);
    if (!egress.isEmpty()) {
      derived(workload, new Behaviour.ConnectsElsewhere(), egress);
    }
    List<Origin> ingress = closed.ingress(workload);
    if (!ingress.isEmpty() && !workload.ports().isEmpty()) {
      derived(workload, new Behaviour.ListensElsewhere(), ingress);
    }
  }

  private void derived(Workload workload, Behaviour behaviour, List<Origin> closing) {
    Subject subject = Subject.of(workload);
    boolean isSaid =
        said.meeting(subject, behaviour).stream()
            .anyMatch(watch -> Subject.of(watch.subject()).covers(subject));
    if (!isSaid) {
      List<Sentence> behind = closing.stream().map(sentences::of).distinct().sorted().toList();
      add(subject, behaviour, Behaviours.priority(behaviour), behind, true);
    }
  }

  private void add(
      Subject subject,
      Behaviour behaviour,
      Priority priority,
      List<Sentence> behind,
      boolean derived) {
    List<Alert.Exempt> exempt = new ArrayList<>();
    for (Watch no : negated.meeting(subject, behaviour)) {
      Subject without = Subject.of(no.subject());
      used.add(no);
      if (without.covers(subject) && Behaviours.covers(no.behaviour(), behaviour)) {
        if (!derived) {
          neverComes(behind.getFirst(), no);
        }
        return;
      }
      // What Falco cannot tell apart stays an alert.
      if (without.isVisibleAmong(subject)) {
        exempt.add(new Alert.Exempt(without, no.behaviour(), sentences.of(no.origin())));
      }
    }
    alerts.add(new Alert(subject, behaviour, priority, behind, derived, exempt));
  }

  private void idle(Watch no) {
    if (!used.contains(no)) {
      report.add(
          Code.PC0510
              .at(no.origin().sentence(), "there is no alert that this takes away")
              .withHelp("delete it, or keep it for when there is one"));
    }
  }

  private void neverComes(Sentence sentence, Watch no) {
    report.add(
        Code.PC0507
            .at(sentence.span(), "this alert never comes: a `no alert` takes all of it away")
            .withRelated(no.origin().sentence(), "taken away here")
            .withHelp("delete one of the two sentences"));
  }
}
