package io.policyc.compiler.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Ports of all protocols, as ranges that neither overlap nor touch.
public final class PortSet {
  private final NavigableMap<PortRange, PortRange> ranges = new TreeMap<>();

  /// The ports of ranges, which may overlap.
  ///
  /// @param sorted in the order of [PortRange]
  public PortSet(Collection<PortRange> sorted) {
    for (PortRange range : sorted) {
      add(range);
    }
  }

  private void add(PortRange range) {
    PortRange last = ranges.isEmpty() ? range : ranges.lastKey();
    boolean touches =
        last.protocol() == range.protocol()
            && range.first() <= last.last() + 1
            && !ranges.isEmpty();
    if (touches) {
      ranges.remove(last);
      put(new PortRange(range.protocol(), last.first(), Math.max(last.last(), range.last())));
    } else {
      put(range);
    }
  }

  private void put(PortRange range) {
    ranges.put(range, range);
  }

  /// What of the range isn't in the set, in ascending order.
  public List<PortRange> missingOf(PortRange range) {
    List<PortRange> missing = new ArrayList<>();
    int next = range.first();
    for (PortRange there : near(range)) {
      if (there.overlaps(range) && there.last() >= next) {
        if (there.first() > next) {
          missing.add(new PortRange(range.protocol(), next, there.first() - 1));
        }
        next = there.last() + 1;
      }
    }
    if (next <= range.last()) {
      missing.add(new PortRange(range.protocol(), next, range.last()));
    }
    return missing;
  }

  /// What of the ranges isn't in the set.
  public List<PortRange> missingOf(Collection<PortRange> all) {
    List<PortRange> missing = new ArrayList<>();
    all.forEach(range -> missing.addAll(missingOf(range)));
    return missing;
  }

  /// Whether any port of the range is in the set.
  public boolean touches(PortRange range) {
    return near(range).stream().anyMatch(range::overlaps);
  }

  // At most one range begins before the one asked for, or with it, and reaches into it.
  private Collection<PortRange> near(PortRange range) {
    PortRange last = new PortRange(range.protocol(), range.last(), 65_535);
    PortRange before = ranges.floorKey(new PortRange(range.protocol(), range.first(), 65_535));
    return ranges.subMap(before == null ? range : before, true, last, true).values();
  }
}
