package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Watch;
import io.policyc.findings.Span;
import java.util.Optional;

/// Whether Falco can compare the paths of sentences about alerts.
final class PathCheck {
  /// Longer constants Falco refuses, in bytes (Falco 0.44.1, "filter parameter too long").
  private static final int LONGEST = 255;

  private final Report report;

  PathCheck(Report report) {
    this.report = report;
  }

  void check(Model model) {
    for (Watch watch : model.watches()) {
      Sentence sentence = Sentence.of(watch.origin());
      for (String path : Behaviours.paths(watch.behaviour())) {
        problem(path).ifPresent(problem -> report(sentence.place(path), path, problem));
      }
    }
  }

  private void report(Span at, String path, Problem problem) {
    String shown = path.length() <= 60 ? path : path.substring(0, 59) + "…";
    report.add(Code.PC0506.at(at, "`" + shown + "` " + problem.what()).withHelp(problem.help()));
  }

  private record Problem(String what, String help) {}

  private static Optional<Problem> problem(String path) {
    if (path.contains("**")) {
      return Optional.of(
          new Problem(
              "has a `**`", "name the folder: `writes below` and `reads` mean all that is in it"));
    }
    if (path.chars().anyMatch(c -> c == '?' || c == '[' || c == '\\')) {
      return Optional.of(
          new Problem(
              "has a character that Falco takes for a pattern",
              "write `*` in place of `?`, `[` and `\\`"));
    }
    return PathTerms.longest(path) > LONGEST
        ? Optional.of(
            new Problem(
                "is longer than the " + LONGEST + " bytes that Falco compares",
                "name a folder above it"))
        : Optional.empty();
  }
}
