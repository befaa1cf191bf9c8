package io.policyc.cli.compile;

import io.policyc.cli.Exit;
import io.policyc.cli.Exits;
import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Io;
import io.policyc.cli.Progress;
import io.policyc.cli.input.DiskReader;
import io.policyc.cli.input.Overlooked;
import io.policyc.cli.input.SettingsLoader;
import io.policyc.cli.output.Disk;
import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.project.Project;
import io.policyc.compiler.project.ProjectReader;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.findings.render.Summary;
import io.policyc.findings.render.Visible;
import java.util.ArrayList;
import java.util.List;

/// One run of `policyc compile`.
final class Compile {
  private final CompileOptions options;
  private final FindingsOutput output;
  private final Io io;
  private final Disk disk;
  private final Progress progress;
  private final List<Finding> findings = new ArrayList<>();

  Compile(CompileOptions options, FindingsOutput output, Io io, Disk disk) {
    this.options = options;
    this.output = output;
    this.io = io;
    this.disk = disk;
    this.progress = Progress.of(io);
  }

  Exit run() {
    try {
      return compile();
    } finally {
      progress.end();
    }
  }

  private Exit compile() {
    DiskReader reader = new DiskReader(io.cwd(), io.in());
    SettingsLoader.Loaded settings =
        found(new SettingsLoader(io, reader).load(options.inputs(), options.settings()));
    Destination destination = Destination.of(options, settings, io);
    Project project = found(ProjectReader.read(options.inputs(), settings.in(reader), this::parse));
    findings.addAll(Overlooked.in(io.cwd(), options.inputs(), project));
    Found manifests = manifests(settings, reader);
    List<Document> documents = documents(project, settings.settings(), manifests);
    SourceMapTarget.refusal(options, io, disk, destination, settings, project)
        .ifPresent(findings::add);
    Delivery delivery = new Delivery(options, io, disk);
    String done =
        failed() ? Delivery.NOTHING : found(delivery.deliver(destination, documents, progress));
    progress.end();
    return end(delivery, destination, project, done + " from" + count(project));
  }

  private Checked<PolicyFile> parse(Source source) {
    progress.at("reading " + source.name());
    return Pipeline.parse(source);
  }

  // Without manifests nothing of what reads them is loaded.
  private Found manifests(SettingsLoader.Loaded settings, DiskReader reader) {
    if (options.manifests().isEmpty()) {
      return Found.NOTHING;
    }
    progress.at("reading manifests");
    return found(Pipeline.found(options.manifests(), settings.in(reader), settings.settings()));
  }

  private List<Document> documents(Project project, Settings settings, Found manifests) {
    progress.at("resolving the sentences of" + count(project));
    // Also after a mistake in a sentence: whoever mends one wants to know of all.
    Model model = found(Pipeline.resolve(project, settings, options.today(), manifests));
    if (failed()) {
      return List.of();
    }
    progress.at("making policies from" + count(project));
    List<Document> documents = found(Pipeline.emit(model, settings, options.backends()));
    if (options.verify() && !failed()) {
      progress.at("reading back " + documents.size() + " objects");
      findings.addAll(Pipeline.verify(model, settings, options.backends(), documents));
    }
    return documents;
  }

  private Exit end(Delivery delivery, Destination destination, Project project, String done) {
    // Standard output belongs to the YAML, or to the difference, where it is asked for.
    boolean taken = destination instanceof Destination.Stdout || options.check();
    output.print(findings, inputs(project), taken ? io.err() : io.out());
    if (!taken || !output.isForPrograms()) {
      String counts = Summary.of(findings).text();
      io.err().line("policyc: " + Visible.text(done) + (counts.isEmpty() ? "" : "; " + counts));
    }
    return Exits.of(findings).and(delivery.differs() ? Exit.FINDINGS : Exit.CLEAN);
  }

  // Text for people does not name them: a plain run does not list them.
  private List<String> inputs(Project project) {
    return output.isForPrograms()
        ? project.files().stream().map(member -> member.file().source().name()).toList()
        : List.of();
  }

  private static String count(Project project) {
    int count = project.files().size();
    return " " + count + (count == 1 ? " file" : " files");
  }

  private <T> T found(Checked<T> step) {
    findings.addAll(step.findings());
    return step.value();
  }

  private boolean failed() {
    return findings.stream().anyMatch(finding -> finding.level() == Level.ERROR);
  }
}
