package io.policyc.compiler.resolve;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.PortRange;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/// The TCP ports of an input on which somebody may send requests, and somebody anything: on most
/// ports nobody does both, and nothing more needs to be looked at.
final class SharedPorts {
  private final BitSet requests = new BitSet();
  private final BitSet open = new BitSet();

  private SharedPorts() {}

  static SharedPorts of(Collection<Grant> grants) {
    SharedPorts ports = new SharedPorts();
    for (Grant grant : grants) {
      switch (grant.conversation()) {
        case Conversation.Http http -> set(ports.requests, http.ports());
        case Conversation.Transport(var some, _, _) -> set(ports.open, some);
        case Conversation.Everything _ -> set(ports.open, List.of(PortRange.every(Protocol.TCP)));
        case Conversation.Ping _ -> {}
      }
    }
    ports.open.and(ports.requests);
    return ports;
  }

  private static void set(BitSet ports, List<PortRange> ranges) {
    for (PortRange range : ranges) {
      if (range.protocol() == Protocol.TCP) {
        ports.set(range.first(), range.last() + 1);
      }
    }
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /// Whether any of the ports is such a one.
  boolean touches(List<PortRange> ranges) {
    for (PortRange range : ranges) {
      if (range.protocol() == Protocol.TCP) {
        int next = open.nextSetBit(range.first());
        if (next >= 0 && next <= range.last()) {
          return true;
        }
      }
    }
    return false;
  }
}
