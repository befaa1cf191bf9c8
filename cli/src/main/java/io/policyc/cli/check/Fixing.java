package io.policyc.cli.check;

import io.policyc.cli.check.fix.FileFix.Fixed;
import io.policyc.cli.output.Disk;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import io.policyc.manifests.Manifest;
import io.policyc.policies.admission.Reviewed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// `--fix`: mends what can be mended, judges again, and writes.
///
/// A text is written only when judging it shows that everything that was mended is found no more.
final class Fixing {
  private final FixedFiles disk;
  private final Remedies remedies;
  private final Function<List<Manifest>, Reviewed> review;
  private final List<Finding> refused = new ArrayList<>();

  /// @param review judges objects
  Fixing(Path cwd, Disk disk, Remedies remedies, Function<List<Manifest>, Reviewed> review) {
    this.disk = new FixedFiles(disk, cwd);
    this.remedies = remedies;
    this.review = review;
  }

  /// What is left when all is done.
  ///
  /// @param judged with the new texts in place of the old ones
  /// @param fixes what was written
  record Done(Judged judged, Fixes fixes) {}

  /// Mends the files of a run; standard input is printed instead, mended or not.
  Done fix(Judged before) {
    Fixes fixes = Fixes.of(before.reviewed().judgements(), remedies, Set.of());
    Reviewed after = review.apply(fixes.objects());
    Set<Fixes.Wanted> stubborn = fixes.stubborn(after.judgements());
    if (!stubborn.isEmpty()) {
      fixes = Fixes.of(before.reviewed().judgements(), remedies, stubborn);
      after = review.apply(fixes.objects());
    }
    if (write(fixes)) {
      after = review.apply(fixes.objects());
    }
    return new Done(new Judged(input(before.input(), fixes), after), fixes);
  }

  /// Why some files are not written.
  List<Finding> refused() {
    return refused;
  }

  // Whether the disk refused a file, which is then as it was.
  private boolean write(Fixes fixes) {
    List<Source> unwritten = new ArrayList<>();
    new LinkedHashMap<>(fixes.files())
        .forEach(
            (old, fixed) -> {
              Optional<Finding> why = write(old, fixed);
              why.ifPresent(finding -> unwritten.add(old));
              why.ifPresent(refused::add);
            });
    unwritten.forEach(fixes::takeBack);
    return !unwritten.isEmpty();
  }

  private Optional<Finding> write(Source old, Fixed fixed) {
    return old.name().equals(ManifestReading.STDIN)
        ? Optional.empty()
        : disk.write(old, fixed.source());
  }

  // What reading the old texts found stands on lines that may be others now.
  private static Input input(Input before, Fixes fixes) {
    Map<Source, Fixed> files = fixes.files();
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : before.findings()) {
      if (finding.at().map(Span::source).filter(files::containsKey).isEmpty()) {
        findings.add(finding);
      }
    }
    files.values().forEach(fixed -> findings.addAll(fixed.findings()));
    return before.with(fixes.objects(), findings);
  }
}
