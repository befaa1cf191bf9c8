package io.policyc.cli.check.fix;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Manifests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adds fields to the objects of one text.
///
/// What comes out is read again and compared: it holds what was asked for, and everything else is
/// as it was. A field for which that is not so is left out, and the reason is told.
public final class FileFix {
  // Reading a text again costs time; nobody writes one in which so many fields need a look of
  // their own.
  private static final int MAX_ATTEMPTS = 64;

  private final Source source;
  private final Checked<List<Manifest>> before;
  private final Map<Wish, String> refused = new LinkedHashMap<>();
  private int attempts;

  private FileFix(Source source) {
    this.source = source;
    this.before = Manifests.read(source);
  }

  /// A field that one of the objects of a text is to have.
  ///
  /// @param object its position in the text, counted from 0
  public record Wish(int object, Addition addition) {}

  /// What became of a text.
  ///
  /// @param source the new text
  /// @param objects those of the new text
  /// @param findings what reading it found
  /// @param done what it holds now
  /// @param refused what it does not hold, each with the reason
  public record Fixed(
      Source source,
      List<Manifest> objects,
      List<Finding> findings,
      Set<Wish> done,
      Map<Wish, String> refused) {
    public Fixed {
      objects = List.copyOf(objects);
      findings = List.copyOf(findings);
      done = Collections.unmodifiableSet(new LinkedHashSet<>(done));
      refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }
  }

  /// Adds what can be added.
  public static Fixed fix(Source source, List<Wish> wishes) {
    FileFix fix = new FileFix(source);
    List<Wish> placed = wishes.stream().distinct().filter(fix::hasPlace).toList();
    Attempt best = fix.most(fix.attempt(List.of()).orElseThrow(), placed);
    return new Fixed(
        best.source(),
        best.read().value(),
        best.read().findings(),
        new LinkedHashSet<>(best.wishes()),
        fix.refused);
  }

  /// A text with some of the wishes.
  private record Attempt(Source source, Checked<List<Manifest>> read, List<Wish> wishes) {}

  private boolean hasPlace(Wish wish) {
    try {
      return !edits(List.of(wish)).isEmpty();
    } catch (Unfixable e) {
      refused.put(wish, e.reason());
      return false;
    }
  }

  // Nearly always all of them fit; where not, halves tell which one does not.
  private Attempt most(Attempt sofar, List<Wish> more) {
    if (more.isEmpty()) {
      return sofar;
    }
    List<Wish> all = new ArrayList<>(sofar.wishes());
    all.addAll(more);
    Optional<Attempt> whole = attempt(all);
    if (whole.isPresent()) {
      return whole.get();
    }
    if (more.size() == 1 || attempts > MAX_ATTEMPTS) {
      more.forEach(wish -> refused.put(wish, reason()));
      return sofar;
    }
    int half = more.size() / 2;
    return most(most(sofar, more.subList(0, half)), more.subList(half, more.size()));
  }

  private String reason() {
    return source.text().indexOf('&') >= 0
        ? "the text there stands for other places, too, by an alias or a `<<`"
        : "policyc does not know this layout";
  }

  private Optional<Attempt> attempt(List<Wish> wishes) {
    attempts++;
    try {
      String text = Edit.apply(source.text(), edits(wishes));
      Source fixed = new Source(source.name(), source.place(), text);
      Checked<List<Manifest>> after = Manifests.read(fixed);
      return isAsMeant(after, growths(wishes))
          ? Optional.of(new Attempt(fixed, after, wishes))
          : Optional.empty();
    } catch (Unfixable e) {
      return Optional.empty();
    }
  }

  private List<Edit> edits(List<Wish> wishes) throws Unfixable {
    List<Edit> edits = new ArrayList<>();
    for (Map.Entry<Integer, Growth> one : growths(wishes).entrySet()) {
      Manifest object = before.value().get(one.getKey());
      edits.addAll(Edits.of(source.text(), object.value(), one.getValue()));
    }
    return edits;
  }

  private static Map<Integer, Growth> growths(List<Wish> wishes) {
    Map<Integer, List<Addition>> additions = new LinkedHashMap<>();
    for (Wish wish : wishes) {
      additions.computeIfAbsent(wish.object(), _ -> new ArrayList<>()).add(wish.addition());
    }
    Map<Integer, Growth> growths = new LinkedHashMap<>();
    additions.forEach((object, some) -> growths.put(object, Growth.of(some)));
    return growths;
  }

  private boolean isAsMeant(Checked<List<Manifest>> after, Map<Integer, Growth> growths) {
    List<Manifest> old = before.value();
    if (after.value().size() != old.size() || after.findings().size() != before.findings().size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      Growth growth = growths.getOrDefault(i, new Growth());
      if (!Same.grown(old.get(i).value(), growth, after.value().get(i).value())) {
        return false;
      }
    }
    return true;
  }
}
