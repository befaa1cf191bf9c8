package io.policyc.compiler.resolve;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.ast.PortClause;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.model.PortRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which ports a `deny` means: of TCP, UDP and SCTP where it names no protocol.
final class DeniedPorts {
  private final PortNames names;

  DeniedPorts(PortNames names) {
    this.names = names;
  }

  /// The receiver with its ports, none of them for everything; no target where a name means
  /// nothing, which was reported.
  List<Target> targets(End receiver, PortClause clause) {
    return switch (clause) {
      case PortClause.Unsaid _ -> List.of(new Target(receiver.peer(), List.of()));
      case PortClause.Every(var protocol, _) ->
          List.of(new Target(receiver.peer(), ranges(1, 65_535, protocol)));
      case PortClause.Listed(var items) -> listed(receiver, items);
    };
  }

  private List<Target> listed(End receiver, List<PortItem> items) {
    List<PortRange> numbers = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    for (PortItem item : items) {
      switch (item) {
        case PortItem.Numbers(var first, var last, var protocol, _) ->
            numbers.addAll(ranges(first, last, protocol));
        case PortItem.Named(var name) -> targets.addAll(names.targets(receiver, name));
      }
    }
    if (!numbers.isEmpty()) {
      targets.add(new Target(receiver.peer(), numbers));
    }
    return Targets.joined(targets);
  }

  private static List<PortRange> ranges(int first, int last, Optional<Protocol> protocol) {
    return Arrays.stream(Protocol.values())
        .filter(p -> protocol.isEmpty() || protocol.get() == p)
        .map(p -> new PortRange(p, first, last))
        .toList();
  }
}
