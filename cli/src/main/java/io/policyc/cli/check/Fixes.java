package io.policyc.cli.check;

import io.policyc.cli.check.fix.FileFix;
import io.policyc.cli.check.fix.FileFix.Fixed;
import io.policyc.cli.check.fix.FileFix.Wish;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import io.policyc.policies.admission.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of a review can be mended in the files: new texts, which are not written yet.
final class Fixes {
  private static final String STILL_THERE = "the finding would still be there";

  private final List<Judgement> judgements;
  private final Map<Source, Integer> firsts = new LinkedHashMap<>();
  private final Map<Source, Map<Wanted, List<Wish>>> wishes = new LinkedHashMap<>();
  private final Map<Wanted, String> left = new LinkedHashMap<>();
  private final Map<Source, Fixed> files = new LinkedHashMap<>();

  private Fixes(List<Judgement> judgements) {
    this.judgements = judgements;
  }

  /// A finding, by what stays the same when its file changes.
  ///
  /// @param object its position among all objects
  record Wanted(int object, String rule, String path) {
    static Wanted of(int object, Finding finding) {
      String path = finding.path().map(ObjectPath::text).orElse("");
      return new Wanted(object, finding.rule(), path);
    }
  }

  /// Mends what can be mended.
  ///
  /// @param judgements of every object, those of a file one after the other
  /// @param stubborn what was tried, and was still found
  static Fixes of(List<Judgement> judgements, Remedies remedies, Set<Wanted> stubborn) {
    Fixes fixes = new Fixes(judgements);
    for (int i = 0; i < judgements.size(); i++) {
      fixes.firsts.putIfAbsent(source(judgements.get(i).object()), i);
      fixes.object(i, remedies, stubborn);
    }
    fixes.wishes.forEach(fixes::file);
    return fixes;
  }

  private static Source source(Manifest object) {
    return object.value().span().source();
  }

  private void object(int at, Remedies remedies, Set<Wanted> stubborn) {
    Manifest object = judgements.get(at).object();
    for (Finding finding : judgements.get(at).decision().findings()) {
      Wanted wanted = Wanted.of(at, finding);
      // What was exempted, or is only written down, is meant to be so.
      if (finding.level() == Level.NOTE) {
        continue;
      }
      switch (remedies.of(object, finding)) {
        case Remedy.None() -> {}
        case Remedy.Leave(var reason) -> left.put(wanted, reason);
        case Remedy.Add _ when stubborn.contains(wanted) -> left.put(wanted, STILL_THERE);
        case Remedy.Add(var additions) -> {
          Source source = source(object);
          int inFile = at - Optional.ofNullable(firsts.get(source)).orElseThrow();
          wishes
              .computeIfAbsent(source, _ -> new LinkedHashMap<>())
              .put(wanted, additions.stream().map(one -> new Wish(inFile, one)).toList());
        }
      }
    }
  }

  private void file(Source source, Map<Wanted, List<Wish>> wanted) {
    Fixed fixed = FileFix.fix(source, wanted.values().stream().flatMap(List::stream).toList());
    wanted.forEach(
        (finding, some) ->
            some.stream()
                .map(wish -> Optional.ofNullable(fixed.refused().get(wish)))
                .flatMap(Optional::stream)
                .forEach(reason -> left.put(finding, reason)));
    if (!fixed.done().isEmpty()) {
      files.put(source, fixed);
    }
  }

  /// The new texts, by the old ones.
  Map<Source, Fixed> files() {
    return files;
  }

  /// Every object, those of the new texts in place of the old ones.
  List<Manifest> objects() {
    List<Manifest> objects = new ArrayList<>(judgements.stream().map(Judgement::object).toList());
    files.forEach(
        (source, fixed) -> {
          int first = Optional.ofNullable(firsts.get(source)).orElseThrow();
          for (int i = 0; i < fixed.objects().size(); i++) {
            objects.set(first + i, fixed.objects().get(i));
          }
        });
    return objects;
  }

  /// How many fields the new texts have more than the old ones.
  int count() {
    return files.values().stream().mapToInt(fixed -> fixed.done().size()).sum();
  }

  /// Why a finding is not mended, where it is of a sort that could be.
  Optional<String> reason(int object, Finding finding) {
    return Optional.ofNullable(left.get(Wanted.of(object, finding)));
  }

  /// What was mended, as it seems, and is found all the same.
  Set<Wanted> stubborn(List<Judgement> after) {
    Set<Wanted> still = new LinkedHashSet<>();
    for (int i = 0; i < after.size(); i++) {
      for (Finding finding : after.get(i).decision().findings()) {
        Wanted wanted = Wanted.of(i, finding);
        if (wasTried(source(judgements.get(i).object()), wanted)) {
          still.add(wanted);
        }
      }
    }
    return still;
  }

  private boolean wasTried(Source source, Wanted wanted) {
    return wishes.getOrDefault(source, Map.of()).containsKey(wanted) && !left.containsKey(wanted);
  }
}
