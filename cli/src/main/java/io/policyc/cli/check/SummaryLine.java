package io.policyc.cli.check;

import io.policyc.findings.Finding;
import io.policyc.findings.render.Summary;
import io.policyc.policies.admission.Judgement;
import io.policyc.policies.admission.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last line of a run: what was looked at, what came of it, and what was not looked at.
final class SummaryLine {
  /// The rule of notes about signatures that an offline check does not look at.
  private static final String SIGNATURES = "imageSignature";

  private final List<String> parts = new ArrayList<>();

  private SummaryLine() {}

  /// @param findings everything that was found
  static String of(
      Judged judged,
      Objects objects,
      List<Finding> findings,
      Sentences sentences,
      Optional<Fixing.Done> fixes) {
    SummaryLine line = new SummaryLine();
    line.looked(judged.input(), judged.reviewed().judgements(), objects);
    line.came(judged.reviewed().judgements());
    line.add(Summary.of(findings).text());
    fixes.ifPresent(line::fixed);
    line.skipped(judged.input(), findings, sentences);
    return "policyc: " + String.join("; ", line.parts);
  }

  private void looked(Input input, List<Judgement> judgements, Objects objects) {
    long pods = judgements.stream().filter(one -> objects.hasPods(one.object())).count();
    add(
        count(judgements.size(), "object")
            + " in "
            + count(input.files().size(), "file")
            + ", "
            + pods
            + " with pods");
  }

  private void came(List<Judgement> judgements) {
    long denied = judgements.stream().filter(SummaryLine::isDenied).count();
    long warned =
        judgements.stream()
            .filter(one -> !isDenied(one) && !one.decision().warned().isEmpty())
            .count();
    if (!judgements.isEmpty()) {
      add(denied + " denied" + (warned > 0 ? ", " + warned + " warned" : ""));
    }
  }

  // An object that an API server cannot decode is refused by it, too.
  private static boolean isDenied(Judgement judgement) {
    return judgement.decision().outcome() instanceof Outcome.Denied
        || !judgement.decision().denied().isEmpty();
  }

  private void fixed(Fixing.Done fixes) {
    int files = fixes.files().size();
    add(files == 0 ? "nothing fixed" : fixes.count() + " fixed in " + count(files, "file"));
  }

  private void skipped(Input input, List<Finding> findings, Sentences sentences) {
    long signatures = findings.stream().filter(one -> one.rule().equals(SIGNATURES)).count();
    if (input.incomplete()) {
      add("no object was checked");
    }
    if (sentences.broken()) {
      add("not checked: what the sentences ask for, since they hold a mistake");
    }
    if (signatures > 0) {
      add("not checked: " + count(signatures, "signature"));
    }
    if (input.skipped() > 0) {
      add(count(input.skipped(), "file") + " skipped, which hold no Kubernetes object");
    }
  }

  private void add(String part) {
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }

  private static String count(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
