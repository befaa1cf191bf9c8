package io.policyc.compiler.resolve;

import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/// Where reading found something, so that what stands there may not be what was meant.
final class Doubts {
  /// The doubts of one text, by their starts.
  private static final class InText {
    private final int[] starts;

    /// The furthest end of a doubt and of all before it.
    private final int[] reach;

    InText(int[] starts, int[] reach) {
      this.starts = starts;
      this.reach = reach;
    }

    static InText of(List<Span> doubts) {
      List<Span> sorted =
          doubts.stream().map(Doubts::wide).sorted(Comparator.comparingInt(Span::start)).toList();
      int[] starts = new int[sorted.size()];
      int[] reach = new int[sorted.size()];
      for (int i = 0; i < starts.length; i++) {
        starts[i] = sorted.get(i).start();
        reach[i] = Math.max(i == 0 ? 0 : reach[i - 1], sorted.get(i).end());
      }
      return new InText(starts, reach);
    }

    boolean touches(int start, int end) {
      int before = before(end);
      return before > 0 && reach[before - 1] > start;
    }

    // How many doubts begin before an offset.
    private int before(int offset) {
      int low = 0;
      int high = starts.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (starts[middle] < offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private final IdentityHashMap<Source, InText> texts = new IdentityHashMap<>();

  Doubts(List<Unit> units) {
    for (Unit unit : units) {
      texts.put(unit.file().source(), InText.of(unit.file().doubts()));
    }
  }

  /// Whether a doubt is about any of the characters of a place.
  boolean touch(Span place) {
    InText doubts = texts.get(place.source());
    Span wide = wide(place);
    return doubts != null && doubts.touches(wide.start(), wide.end());
  }

  // What is empty stands between two characters, and is about both.
  private static Span wide(Span place) {
    int length = place.source().text().length();
    return place.start() < place.end()
        ? place
        : new Span(
            place.source(), Math.max(0, place.start() - 1), Math.min(length, place.end() + 1));
  }
}
