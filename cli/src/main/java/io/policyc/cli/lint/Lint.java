package io.policyc.cli.lint;

import io.policyc.cli.Exit;
import io.policyc.cli.Exits;
import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Io;
import io.policyc.cli.input.DiskReader;
import io.policyc.compiler.falco.check.FalcoChecker;
import io.policyc.compiler.falco.check.FalcoFinding;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.compiler.project.ProjectReader;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import io.policyc.findings.render.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One run of `policyc lint --falco`.
final class Lint {
  private final FindingsOutput output;
  private final Io io;

  Lint(FindingsOutput output, Io io) {
    this.output = output;
    this.io = io;
  }

  Exit run(List<String> inputs, Plugins plugins) {
    Checked<List<Source>> texts = ProjectReader.rules(inputs, new DiskReader(io.cwd(), io.in()));
    List<Finding> findings = new ArrayList<>(texts.findings());
    findings.addAll(inOrder(texts.value(), FalcoChecker.check(texts.value(), plugins)));
    List<String> names = texts.value().stream().map(Source::name).toList();
    output.print(findings, names, io.out());
    if (!output.isForPrograms()) {
      summary(texts.value().size(), findings);
    }
    return Exits.of(findings);
  }

  // File by file and from top to bottom: Falco's own order is one of its passes.
  private static List<Finding> inOrder(List<Source> files, List<FalcoFinding> found) {
    Comparator<Finding> byFile =
        Comparator.comparing(f -> f.at().map(Span::source).map(files::indexOf).orElse(-1));
    Comparator<Finding> byPlace = Comparator.comparing(f -> f.at().map(Span::start).orElse(-1));
    return found.stream().map(FalcoFinding::finding).sorted(byFile.thenComparing(byPlace)).toList();
  }

  private void summary(int files, List<Finding> findings) {
    String counts = Summary.of(findings).text();
    String count = files + (files == 1 ? " file" : " files");
    io.err().line("policyc: " + count + " checked" + (counts.isEmpty() ? "" : "; " + counts));
  }
}
