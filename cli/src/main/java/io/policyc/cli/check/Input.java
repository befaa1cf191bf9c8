package io.policyc.cli.check;

import io.policyc.cli.Parallel;
import io.policyc.cli.check.ManifestReading.Contents;
import io.policyc.cli.input.DiskReader;
import io.policyc.cli.input.ManifestFiles;
import io.policyc.cli.input.ManifestFiles.Named;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.manifests.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every object of a run, in the order of the files' names.
///
/// @param files the names of what was looked at
/// @param skipped how many of them hold no object, and were not named outright
/// @param stdin the text of standard input, where it was read
/// @param incomplete whether so much was named that no object is judged at all
record Input(
    List<Manifest> objects,
    List<Finding> findings,
    List<String> files,
    int skipped,
    boolean incomplete,
    Optional<String> stdin) {
  Input {
    objects = List.copyOf(objects);
    findings = List.copyOf(findings);
    files = List.copyOf(files);
  }

  /// Reads what arguments name.
  static Input read(List<String> arguments, DiskReader reader, Path cwd) {
    Checked<List<Named>> files = ManifestFiles.find(arguments, cwd);
    ManifestReading reading = new ManifestReading(reader);
    List<Contents> contents = once(Parallel.map(files.value(), reading::read));
    List<String> names = contents.stream().map(Contents::name).toList();
    List<Finding> findings = new ArrayList<>(files.findings());
    if (reading.isTooMuch()) {
      findings.add(ManifestReading.tooMuch());
      return new Input(List.of(), findings, names, 0, true, Optional.empty());
    }
    List<Manifest> objects = new ArrayList<>();
    for (Contents one : contents) {
      objects.addAll(one.objects());
      findings.addAll(one.findings());
    }
    int skipped = (int) contents.stream().filter(Contents::skipped).count();
    return new Input(objects, findings, names, skipped, false, reading.stdin());
  }

  // A file that has two names is one file.
  private static List<Contents> once(List<Contents> contents) {
    Set<String> seen = new HashSet<>();
    return contents.stream().filter(one -> seen.add(one.id())).toList();
  }

  /// The same input after its files changed.
  Input with(List<Manifest> others, List<Finding> found) {
    return new Input(others, found, files, skipped, incomplete, stdin);
  }
}
