package io.policyc.compiler.resolve;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.PortRange;
import java.util.Arrays;
import java.util.List;

/// What Cilium would demand of every conversation of a sender with a receiver on a port, if one
/// grant asks for it.
///
/// Source: Cilium v1.20.2 pkg/policy/rule.go (mergePortProto).
///
/// @param serverNames sorted; empty where none is asked for
record Guard(boolean mutualAuth, List<String> serverNames) {
  private static final Guard NONE = new Guard(false, List.of());

  static Guard of(Conversation conversation) {
    return switch (conversation) {
      case Conversation.Everything(var auth) -> auth ? new Guard(true, List.of()) : NONE;
      case Conversation.Transport(_, var auth, var names) ->
          auth || !names.isEmpty() ? new Guard(auth, names) : NONE;
      case Conversation.Http http -> http.mutualAuth() ? new Guard(true, List.of()) : NONE;
      case Conversation.Ping _ -> NONE;
    };
  }

  boolean isNone() {
    return equals(NONE);
  }

  /// The ports that a conversation is guarded on; empty for every port.
  static List<PortRange> ports(Conversation conversation) {
    return switch (conversation) {
      case Conversation.Everything _, Conversation.Ping _ -> List.of();
      case Conversation.Transport(var ports, _, _) -> ports;
      case Conversation.Http http -> http.ports();
    };
  }

  /// Whether both have a port in common; an empty list is every port.
  ///
  /// @param ports sorted
  /// @param others sorted
  static boolean overlap(List<PortRange> ports, List<PortRange> others) {
    return ports.isEmpty() || others.isEmpty() || new Sweep().meet(ports, others);
  }

  /// Goes through both lists in ascending order: two ranges overlap where one begins before another
  /// one of the other list has ended.
  private static final class Sweep {
    private final int[] ends = new int[2];
    private Protocol protocol = Protocol.TCP;

    boolean meet(List<PortRange> ports, List<PortRange> others) {
      int i = 0;
      int j = 0;
      while (i < ports.size() || j < others.size()) {
        boolean first =
            j == others.size() || (i < ports.size() && ports.get(i).compareTo(others.get(j)) <= 0);
        if (begins(first ? ports.get(i++) : others.get(j++), first ? 0 : 1)) {
          return true;
        }
      }
      return false;
    }

    private boolean begins(PortRange range, int list) {
      if (range.protocol() != protocol) {
        protocol = range.protocol();
        Arrays.fill(ends, 0);
      }
      ends[list] = Math.max(ends[list], range.last());
      return range.first() <= ends[1 - list];
    }
  }

  /// What differs between two guards, as a message says it.
  String differsFrom(Guard other) {
    return mutualAuth != other.mutualAuth ? "mutual authentication" : "server names";
  }
}
