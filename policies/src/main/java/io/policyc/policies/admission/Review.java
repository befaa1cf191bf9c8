package io.policyc.policies.admission;

import io.policyc.compiler.model.Model;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.manifests.Manifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges the objects of an input as a cluster would that enforces everything.
///
/// The whole input is known before the first object is judged: its Namespaces, RuntimeClasses and
/// Services are facts about the others.
public final class Review {
  private final Cluster cluster;
  private final AdmissionSettings settings;
  private final Exemptions exemptions;

  private Review(Cluster cluster) {
    this.cluster = cluster;
    this.settings = cluster.settings();
    this.exemptions = new Exemptions(cluster.model(), settings.today());
  }

  /// Judges objects.
  ///
  /// @param objects in any order
  /// @param model what sentences ask for; empty without sentences
  /// @param settings what is asked for beyond them
  /// @return a judgement of each object, in their order
  public static Reviewed of(
      List<Manifest> objects, Optional<Model> model, AdmissionSettings settings) {
    SpinExecutors executors = new SpinExecutors(objects, settings);
    List<Subject> subjects =
        objects.parallelStream().map(object -> Subject.of(object, executors, settings)).toList();
    Review review = new Review(Cluster.of(subjects, executors, model, settings));
    List<Judged> judged = subjects.parallelStream().map(review::judge).toList();
    return new Reviewed(
        judged.stream().map(Judged::judgement).toList(), review.general(subjects, judged));
  }

  /// @param used the exemptions that let something of the object pass
  private record Judged(Judgement judgement, Set<Exemptions.Use> used) {}

  private Judged judge(Subject subject) {
    Verdict verdict = new Verdict(settings.modes(), subject, exemptions.of(subject));
    subject.schema().forEach(verdict::add);
    List<String> messages = List.of();
    if (!subject.isValid()) {
      verdict.invalid();
    } else if (settings.exempt().namespaces().contains(subject.namespace())) {
      verdict.judge(exempt(subject));
    } else {
      messages = checked(subject, verdict);
    }
    return new Judged(
        new Judgement(subject.object(), verdict.decision(), messages), verdict.used());
  }

  private List<String> checked(Subject subject, Verdict verdict) {
    AdmissionFacts facts = subject.facts(cluster);
    List<String> messages = new PodSecurityReview(subject, cluster, verdict).judge();
    for (Check check : Checks.OURS) {
      check.findings(facts).forEach(verdict::judge);
      check.doubts(facts).forEach(doubt -> verdict.doubt(check.id(), doubt));
    }
    UnknownNamespaces.judge(facts, verdict);
    return messages;
  }

  private static Finding exempt(Subject subject) {
    return Finding.at(
        PodSecurityExemption.ID,
        Level.NOTE,
        subject.object().root().at("metadata", "namespace").span(),
        "nothing is asked of it: namespace `" + subject.namespace() + "` is exempt");
  }

  private List<Finding> general(List<Subject> subjects, List<Judged> judged) {
    Set<Exemptions.Use> used = new HashSet<>();
    judged.forEach(one -> used.addAll(one.used()));
    List<Finding> findings = new ArrayList<>(General.of(cluster));
    findings.addAll(exemptions.findings(subjects, used));
    return findings;
  }
}
