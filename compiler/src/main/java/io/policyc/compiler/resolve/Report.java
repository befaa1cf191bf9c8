package io.policyc.compiler.resolve;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was found in an input so far.
///
/// One mistake gets one finding: a word that is wrong for several reasons of a kind is said once, a
/// word that is wrong in many places is said at the first one, with the others beside it, and where
/// reading found something already nothing more is said.
final class Report {
  /// How many more places a finding shows.
  private static final int MOST_PLACES = 8;

  private record Key(String rule, Span at) {}

  private final IdentityHashMap<Source, Integer> order = new IdentityHashMap<>();
  private final Doubts doubts;
  private final Set<Span> unsure = new HashSet<>();
  private final Set<Key> said = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, List<Finding>> gathered = new LinkedHashMap<>();
  private int errors;

  Report(List<Unit> units) {
    for (Unit unit : units) {
      order.putIfAbsent(unit.file().source(), order.size());
    }
    this.doubts = new Doubts(units);
  }

  void add(Finding finding) {
    if (isNew(finding)) {
      findings.add(finding);
    }
  }

  /// Adds what is wrong in many places for one reason: one finding at the first of them.
  ///
  /// @param reason what is the same in all of them, such as the name that nothing declares
  void gather(String reason, Finding finding) {
    if (isNew(finding)) {
      gathered.computeIfAbsent(reason, _ -> new ArrayList<>()).add(finding);
    }
  }

  /// Adds nothing: what is wrong follows from what reading found.
  void follows() {
    errors++;
  }

  private boolean isNew(Finding finding) {
    if (leansOnDoubt(finding)) {
      follows();
      return false;
    }
    boolean added = finding.at().map(at -> said.add(new Key(finding.rule(), at))).orElse(true);
    errors += added && finding.level() == Level.ERROR ? 1 : 0;
    return added;
  }

  private boolean leansOnDoubt(Finding finding) {
    return finding.at().map(doubts::touch).orElse(false)
        || finding.related().stream()
            .anyMatch(related -> unsure.contains(related.at()) || doubts.touch(related.at()));
  }

  /// Takes in a declaration in which something was found: nothing is said that leans on it.
  ///
  /// @param declared the name in it
  void unsure(Span declared) {
    unsure.add(declared);
  }

  /// Whether reading found something in a place.
  boolean isDoubted(Span place) {
    return doubts.touch(place);
  }

  /// How many errors there are: when a step raises it, what the step made is not complete.
  int errors() {
    return errors;
  }

  /// Everything that was found, by file and place.
  List<Finding> inOrder() {
    List<Finding> all = new ArrayList<>(findings);
    gathered.values().forEach(places -> all.add(together(heaviestFirst(places))));
    return sorted(all);
  }

  private List<Finding> heaviestFirst(List<Finding> places) {
    return sorted(places).stream().sorted(Comparator.comparing(Finding::level)).toList();
  }

  private List<Finding> sorted(List<Finding> some) {
    return some.stream()
        .sorted(Comparator.comparingInt(this::file).thenComparingInt(Report::start))
        .toList();
  }

  private static Finding together(List<Finding> places) {
    Finding finding = places.getFirst();
    int shown = Math.min(places.size(), MOST_PLACES + 1);
    for (int i = 1; i < shown; i++) {
      String more = i + 1 == shown && shown < places.size() ? more(places.size() - shown) : "";
      finding = finding.withRelated(places.get(i).at().orElseThrow(), "here, too" + more);
    }
    return finding;
  }

  private static String more(int places) {
    return ", and in " + places + (places == 1 ? " more place" : " more places");
  }

  private int file(Finding finding) {
    return finding.at().map(at -> order.getOrDefault(at.source(), order.size())).orElse(-1);
  }

  private static int start(Finding finding) {
    return finding.at().map(Span::start).orElse(-1);
  }
}
