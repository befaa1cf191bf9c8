package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.AllowRule;
import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.Comments;
import io.policyc.compiler.cilium.DefaultDeny;
import io.policyc.compiler.cilium.DenyRule;
import io.policyc.compiler.cilium.Metadata;
import io.policyc.compiler.cilium.PolicyRule;
import io.policyc.compiler.cilium.TrafficRule;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.emit.Sentences;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Lays a plan out in objects.
final class Layout {
  private final Territory territory;
  private final Sentences sentences;
  private final Report report;
  private final Names names;

  Layout(Territory territory, Sentences sentences, Report report) {
    this.territory = territory;
    this.sentences = sentences;
    this.report = report;
    this.names = new Names(territory);
  }

  /// In the order of namespaces and names.
  List<Policy> policies(Plan plan) {
    Map<Subject, String> named = names.of(plan.subjects().keySet());
    List<Policy> policies = new ArrayList<>();
    List<Subject> subjects = Names.inOrder(named);
    List<List<Contents>> contents =
        Parallel.map(
            subjects,
            subject ->
                Contents.of(subject, plan.subjects().getOrDefault(subject, Map.of())).divided());
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i);
      policies.addAll(policies(subject, named.getOrDefault(subject, ""), contents.get(i)));
    }
    return policies;
  }

  private List<Policy> policies(Subject subject, String name, List<Contents> divided) {
    List<Policy> parts = new ArrayList<>();
    MapSize.check(divided, report);
    for (Contents part : divided) {
      String partName = parts.isEmpty() ? name : names.part(subject, name, parts.size() + 1);
      parts.add(policy(subject, partName, part));
    }
    return parts;
  }

  private Policy policy(Subject subject, String name, Contents contents) {
    SortedSet<Sentence> all = new TreeSet<>(closing(subject));
    contents.causes().forEach(causes -> all.addAll(causes.sentences()));
    Metadata metadata = Marks.on(Metadata.of(subject.namespace(), name), all);
    PolicyRule spec =
        PolicyRule.about(Selectors.of(subject))
            .withDefaultDeny(defaultDeny(subject, contents))
            .withIngress(rules(contents.ingress()), rules(contents.ingressDeny()))
            .withEgress(rules(contents.egress()), rules(contents.egressDeny()));
    CiliumNetworkPolicy policy =
        CiliumNetworkPolicy.of(metadata, spec).withComments(new Comments(head(subject, contents)));
    return new Policy(policy, contents, closing(subject));
  }

  private static <R extends TrafficRule> List<R> rules(List<Laid<R>> laid) {
    return laid.stream().map(Laid::rule).toList();
  }

  private static DefaultDeny defaultDeny(Subject subject, Contents contents) {
    return switch (subject.effect()) {
      case CLOSES -> DefaultDeny.UNSAID;
      case OPENS, DENIES ->
          new DefaultDeny(
              off(contents.ingress(), contents.ingressDeny()),
              off(contents.egress(), contents.egressDeny()));
    };
  }

  private static Optional<Boolean> off(List<Laid<AllowRule>> allow, List<Laid<DenyRule>> deny) {
    return allow.isEmpty() && deny.isEmpty() ? Optional.empty() : Optional.of(false);
  }

  private List<String> head(Subject subject, Contents contents) {
    List<String> lines = new ArrayList<>();
    lines.add("Written by policyc: change the sentences, not this file.");
    lines.add(
        switch (subject.effect()) {
          case CLOSES -> closed(subject, contents);
          case OPENS -> "Pods that nothing closes keep what they have: default deny stays off.";
          case DENIES -> "No grant can permit this. Default deny stays off: nothing else changes.";
        });
    closing(subject).forEach(sentence -> lines.add(sentence.line()));
    return lines;
  }

  private String closed(Subject subject, Contents contents) {
    boolean every = subject.selection().isAll() && subject.namespaceLabels().isEmpty();
    String pods =
        every
            ? "Every pod is"
            : names
                .workload(subject)
                .map(workload -> "Workload " + workload.qualifiedName() + " is")
                .orElse("These pods are");
    String directions =
        contents.egress().isEmpty() ? "in" : contents.ingress().isEmpty() ? "out" : "in or out";
    return pods + " closed: what no rule lets " + directions + " is refused.";
  }

  /// The sentences that close a subject outright.
  private SortedSet<Sentence> closing(Subject subject) {
    SortedSet<Sentence> closing = new TreeSet<>();
    if (subject.effect() == Subject.Effect.CLOSES) {
      List<Origin> origins =
          subject.selection().isAll()
              ? territory.closing(subject.namespace())
              : names.workload(subject).map(Workload::closed).orElse(List.of());
      origins.forEach(origin -> closing.add(sentences.of(origin)));
    }
    return closing;
  }
}
