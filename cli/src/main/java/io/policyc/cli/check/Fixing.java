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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// `--fix`: mends what can be mended, judges again, and writes.
///
/// A text is written only when judging it shows that everything that was mended is found no more.
final class Fixing {
  // Each brings to light less than the one before.
  private static final int ROUNDS = 4;

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
  /// @param last what was tried last, with the reasons for what is as it was
  /// @param count how many fields the files have more than before
  /// @param files the new texts, by the old ones
  record Done(Judged judged, Fixes last, int count, Map<Source, Source> files) {
    Done {
      files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /// The text that standard input became, or still is.
    Optional<String> text() {
      return files.entrySet().stream()
          .filter(file -> file.getKey().name().equals(ManifestReading.STDIN))
          .map(file -> file.getValue().text())
          .findFirst()
          .or(judged.input()::stdin);
    }
  }

  /// Mends the files of a run; standard input is not written.
  Done fix(Judged before) {
    Judged judged = before;
    Map<Source, Source> files = new LinkedHashMap<>();
    Map<Source, Source> origins = new HashMap<>();
    Set<Fixes.Wanted> stubborn = new LinkedHashSet<>();
    int count = 0;
    Fixes fixes = Fixes.of(judged.reviewed().judgements(), remedies, stubborn);
    // What is mended may bring to light what was not asked before.
    for (int round = 0; round < ROUNDS && !fixes.files().isEmpty(); round++) {
      Reviewed after = review.apply(fixes.objects());
      if (stubborn.addAll(fixes.stubborn(after.judgements()))) {
        fixes = Fixes.of(judged.reviewed().judgements(), remedies, stubborn);
        after = review.apply(fixes.objects());
      }
      count += fixes.count();
      fixes.files().forEach((old, fixed) -> put(files, origins, old, fixed.source()));
      judged = new Judged(input(judged.input(), fixes), after);
      fixes = Fixes.of(judged.reviewed().judgements(), remedies, stubborn);
    }
    return write(before, new Done(judged, fixes, count, files));
  }

  // By the text that the file holds, whichever text a round began with.
  private static void put(
      Map<Source, Source> files, Map<Source, Source> origins, Source old, Source fixed) {
    Source origin = origins.getOrDefault(old, old);
    origins.put(fixed, origin);
    files.put(origin, fixed);
  }

  /// Why some files are not written.
  List<Finding> refused() {
    return refused;
  }

  // A file that the disk refuses is as it was, and so is what is said of it.
  private Done write(Judged before, Done done) {
    Map<Source, Source> written = new LinkedHashMap<>();
    done.files()
        .forEach(
            (old, fixed) ->
                write(old, fixed).ifPresentOrElse(refused::add, () -> written.put(old, fixed)));
    if (written.size() == done.files().size()) {
      return done;
    }
    List<Manifest> objects = new ArrayList<>();
    for (int i = 0; i < before.input().objects().size(); i++) {
      Manifest old = before.input().objects().get(i);
      boolean is = written.containsKey(old.value().span().source());
      objects.add(is ? done.judged().input().objects().get(i) : old);
    }
    Input input = done.judged().input().with(objects, before.input().findings());
    return new Done(new Judged(input, review.apply(objects)), done.last(), done.count(), written);
  }

  private Optional<Finding> write(Source old, Source fixed) {
    return old.name().equals(ManifestReading.STDIN) ? Optional.empty() : disk.write(old, fixed);
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
