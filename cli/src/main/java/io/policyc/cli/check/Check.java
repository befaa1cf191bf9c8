package io.policyc.cli.check;

import io.policyc.cli.Exit;
import io.policyc.cli.Exits;
import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Io;
import io.policyc.cli.Progress;
import io.policyc.cli.input.DiskReader;
import io.policyc.cli.input.Overlooked;
import io.policyc.cli.input.SettingsLoader;
import io.policyc.cli.output.Disk;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.manifests.Manifest;
import io.policyc.policies.admission.AdmissionSettings;
import io.policyc.policies.admission.Review;
import io.policyc.policies.admission.Reviewed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run of `policyc check`.
final class Check {
  private final CheckOptions options;
  private final FindingsOutput output;
  private final Io io;
  private final Disk disk;
  private final Progress progress;
  private final List<Finding> findings = new ArrayList<>();

  Check(CheckOptions options, FindingsOutput output, Io io, Disk disk) {
    this.options = options;
    this.output = output;
    this.io = io;
    this.disk = disk;
    this.progress = Progress.of(io);
  }

  Exit run() {
    try {
      return check();
    } finally {
      progress.end();
    }
  }

  private Exit check() {
    DiskReader reader = new DiskReader(io.cwd(), io.in());
    SettingsLoader.Loaded loaded = settings(reader);
    AdmissionSettings settings = ReviewSettings.of(options, loaded.settings());
    progress.at("reading manifests");
    Input input = Input.read(options.inputs(), reader, io.cwd());
    Sentences sentences =
        found(
            Sentences.read(
                options.policies(),
                loaded.in(reader),
                loaded.settings(),
                options.today(),
                input.objects()));
    findings.addAll(Overlooked.beside(io.cwd(), input.files(), loaded.file()));
    progress.at("judging " + input.objects().size() + " objects");
    Judged judged = new Judged(input, review(input.objects(), sentences, settings));
    Optional<Fixing.Done> fixes = Optional.empty();
    if (options.fix()) {
      Fixing.Done done = fix(judged, sentences, settings);
      judged = done.judged();
      fixes = Optional.of(done);
    }
    progress.end();
    Exit exit = Exits.of(findings);
    Report report = new Report(findings, judged, sentences, fixes, new Objects(settings));
    report.print(options, output, io);
    return exit.and(Exits.of(report.ofManifests(), options.failOn()::counts));
  }

  private static Reviewed review(
      List<Manifest> objects, Sentences sentences, AdmissionSettings settings) {
    return Review.of(objects, sentences.model(), settings);
  }

  // Those of the sentences, which may lie elsewhere than the manifests do.
  private SettingsLoader.Loaded settings(DiskReader reader) {
    List<String> above = options.policies().isEmpty() ? options.inputs() : options.policies();
    return found(new SettingsLoader(io, reader).load(above, options.settings()));
  }

  private Fixing.Done fix(Judged judged, Sentences sentences, AdmissionSettings settings) {
    progress.at("mending " + judged.input().files().size() + " files");
    Remedies remedies = new Remedies(settings.templates(), sentences.model());
    Fixing fixing =
        new Fixing(io.cwd(), disk, remedies, objects -> review(objects, sentences, settings));
    Fixing.Done done = fixing.fix(judged);
    findings.addAll(fixing.refused());
    return done;
  }

  private <T> T found(Checked<T> step) {
    findings.addAll(step.findings());
    return step.value();
  }
}
