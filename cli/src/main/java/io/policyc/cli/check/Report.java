package io.policyc.cli.check;

import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Io;
import io.policyc.cli.Sink;
import io.policyc.cli.input.ManifestFiles;
import io.policyc.findings.Finding;
import io.policyc.policies.admission.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run has found, and how it is told.
final class Report {
  private final List<Finding> ofOthers;
  private final Judged judged;
  private final Sentences sentences;
  private final Optional<Fixing.Done> fixes;
  private final Objects objects;
  private final List<List<Finding>> ofObjects = new ArrayList<>();

  /// @param ofOthers what was found in sentences and settings, and by the disk
  /// @param fixes what was mended, where that was asked for
  Report(
      List<Finding> ofOthers,
      Judged judged,
      Sentences sentences,
      Optional<Fixing.Done> fixes,
      Objects objects) {
    this.ofOthers = List.copyOf(ofOthers);
    this.judged = judged;
    this.sentences = sentences;
    this.fixes = fixes;
    this.objects = objects;
    for (int i = 0; i < judgements().size(); i++) {
      ofObjects.add(ofObject(i));
    }
  }

  private List<Judgement> judgements() {
    return judged.reviewed().judgements();
  }

  private List<Finding> ofObject(int object) {
    return objects.findings(judgements().get(object)).stream()
        .map(finding -> withReason(object, finding))
        .toList();
  }

  // Whoever asked for fixes wants to know why one was not made.
  private Finding withReason(int object, Finding finding) {
    Optional<String> reason = fixes.flatMap(all -> all.last().reason(object, finding));
    return reason
        .map(why -> finding.help().map(help -> help + "\n").orElse("") + "not fixed: " + why)
        .map(finding::withHelp)
        .orElse(finding);
  }

  /// Every finding about manifests.
  List<Finding> ofManifests() {
    List<Finding> all = new ArrayList<>(judged.input().findings());
    all.addAll(judged.reviewed().general());
    ofObjects.forEach(all::addAll);
    return all;
  }

  /// Prints what was found, and the line of summary. Standard output belongs to the text where
  /// standard input is mended.
  void print(CheckOptions options, FindingsOutput output, Io io) {
    List<Finding> all = new ArrayList<>(ofOthers);
    all.addAll(ofManifests());
    boolean taken = options.fix() && options.inputs().contains(ManifestFiles.STDIN);
    if (taken) {
      fixes.flatMap(Fixing.Done::text).ifPresent(io.out()::print);
    }
    Sink sink = taken ? io.err() : io.out();
    if (options.summary()) {
      sink.print(SummaryTable.of(all));
    } else if (output.isForPrograms()) {
      output.print(all, judged.input().files(), sink);
    } else {
      grouped(new ObjectText(output, sink));
    }
    if (!output.isForPrograms() || !taken) {
      io.err().line(SummaryLine.of(judged, objects, all, sentences, fixes));
    }
  }

  private void grouped(ObjectText text) {
    List<Finding> general = new ArrayList<>(ofOthers);
    general.addAll(judged.input().findings());
    general.addAll(judged.reviewed().general());
    text.general(general);
    for (int i = 0; i < ofObjects.size(); i++) {
      text.object(objects.heading(judgements().get(i).object()), ofObjects.get(i));
    }
  }
}
