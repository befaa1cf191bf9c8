package io.policyc.cli;

import io.policyc.cli.input.DiskReader;
import io.policyc.cli.output.Disk;
import io.policyc.cli.output.SingleFile;
import io.policyc.cli.output.UnifiedDiff;
import io.policyc.compiler.Code;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.format.Formatter;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.project.ProjectReader;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.render.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One run of `policyc fmt`.
final class Fmt {
  /// What happens to a file that is not in its canonical form.
  enum Mode {
    /// The canonical form goes to standard output, of one file only.
    PRINT,
    /// The difference goes to standard output.
    CHECK,
    /// The file is changed.
    WRITE
  }

  private final Mode mode;
  private final FindingsOutput output;
  private final Io io;
  private final Disk disk;
  private final List<Finding> findings = new ArrayList<>();
  private int changed;

  Fmt(Mode mode, FindingsOutput output, Io io, Disk disk) {
    this.mode = mode;
    this.output = output;
    this.io = io;
    this.disk = disk;
  }

  Exit run(List<String> inputs) {
    Checked<List<Source>> texts = ProjectReader.texts(inputs, new DiskReader(io.cwd(), io.in()));
    findings.addAll(texts.findings());
    if (mode == Mode.PRINT && texts.value().size() > 1) {
      throw new UsageException(
          "several files cannot be printed at once", "give `--check` or `--write`");
    }
    texts.value().forEach(this::file);
    List<String> names = texts.value().stream().map(Source::name).toList();
    output.print(findings, names, mode == Mode.WRITE ? io.out() : io.err());
    if (!output.isForPrograms() || mode == Mode.WRITE) {
      summary(texts.value().size());
    }
    boolean differs = mode == Mode.CHECK && changed > 0;
    return Exits.of(findings).and(differs ? Exit.FINDINGS : Exit.CLEAN);
  }

  private void file(Source source) {
    Checked<PolicyFile> parsed = PolicyParser.parse(source);
    if (parsed.hasErrors()) {
      findings.addAll(parsed.findings());
      return;
    }
    String formatted = Formatter.format(parsed.value());
    boolean differs = !formatted.equals(source.text());
    changed += differs ? 1 : 0;
    switch (mode) {
      case PRINT -> io.out().print(formatted);
      case CHECK -> io.out().print(UnifiedDiff.of(source.name(), source.text(), formatted));
      case WRITE -> {
        if (differs) {
          write(source, formatted);
        }
      }
    }
  }

  private void write(Source source, String formatted) {
    try {
      // A link stays one: what it leads to is changed.
      SingleFile.write(disk, io.cwd().resolve(source.name()).toRealPath(), formatted);
    } catch (IOException e) {
      changed--;
      findings.add(Code.PC0823.of("`" + source.name() + "` cannot be written: " + Reasons.of(e)));
    }
  }

  private void summary(int files) {
    String counts = Summary.of(findings).text();
    String count = changed + " of " + files + (files == 1 ? " file" : " files");
    String done =
        switch (mode) {
          case PRINT -> "";
          case CHECK -> count + " would change";
          case WRITE -> count + " changed";
        };
    String text = done + (done.isEmpty() || counts.isEmpty() ? "" : "; ") + counts;
    if (!text.isEmpty()) {
      io.err().line("policyc: " + text);
    }
  }
}
