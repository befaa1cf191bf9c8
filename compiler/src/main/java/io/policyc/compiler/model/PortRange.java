package io.policyc.compiler.model;

import io.policyc.compiler.Protocol;
import java.util.Comparator;

/// Ports of one protocol.
///
/// @param first 1 to 65535
/// @param last at least `first`, at most 65535
public record PortRange(Protocol protocol, int first, int last) implements Comparable<PortRange> {
  private static final Comparator<PortRange> ORDER =
      Comparator.comparing(PortRange::protocol)
          .thenComparingInt(PortRange::first)
          .thenComparingInt(PortRange::last);

  public PortRange {
    if (first < 1 || last < first || last > 65_535) {
      throw new IllegalArgumentException("ports " + first + "-" + last);
    }
  }

  /// Every port of a protocol.
  public static PortRange every(Protocol protocol) {
    return new PortRange(protocol, 1, 65_535);
  }

  /// Whether it is every port of its protocol.
  public boolean isEvery() {
    return first == 1 && last == 65_535;
  }

  /// Whether both have a port in common.
  public boolean overlaps(PortRange other) {
    return protocol == other.protocol && first <= other.last && other.first <= last;
  }

  /// Whether every port of the other one is among these.
  public boolean contains(PortRange other) {
    return protocol == other.protocol && first <= other.first && other.last <= last;
  }

  @Override
  public int compareTo(PortRange other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String numbers = first == last ? "" + first : first + "-" + last;
    return protocol == Protocol.TCP ? numbers : numbers + "/" + protocol.word();
  }
}
