package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operator;
import io.policyc.compiler.model.PortRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Numbers of ports, whatever the protocol.
final class Numbers {
  private static final int MOST = 65_535;

  private final BitSet ports = new BitSet();

  Numbers add(PortRange range) {
    ports.set(range.first(), range.last() + 1);
    return this;
  }

  Numbers add(int port) {
    ports.set(port);
    return this;
  }

  Numbers addAll(Numbers other) {
    ports.or(other.ports);
    return this;
  }

  boolean isEmpty() {
    return ports.isEmpty();
  }

  /// Whether every port is among them.
  boolean isAll() {
    return ports.nextClearBit(1) > MOST;
  }

  /// Whether the field is one of them; empty where none is.
  Optional<Condition> condition(String field) {
    List<String> single = new ArrayList<>();
    List<Condition> terms = new ArrayList<>();
    for (int first = ports.nextSetBit(1); first >= 0; ) {
      int end = ports.nextClearBit(first);
      if (end - first <= 2) {
        for (int port = first; port < end; port++) {
          single.add("" + port);
        }
      } else {
        terms.add(range(field, first, end - 1));
      }
      first = ports.nextSetBit(end);
    }
    if (!single.isEmpty()) {
      terms.addFirst(Terms.in(field, single));
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(Terms.any(terms));
  }

  private static Condition range(String field, int first, int last) {
    return Terms.all(
        Terms.number(field, Operator.GE, first), Terms.number(field, Operator.LE, last));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Numbers numbers && ports.equals(numbers.ports);
  }

  @Override
  public int hashCode() {
    return ports.hashCode();
  }
}
