package io.policyc.compiler.resolve;

import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import io.policyc.compiler.model.Workload.NamedPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which declared workloads are in a group, by the names of their ports.
final class Groups {
  private final Map<String, List<Workload>> anywhere = new TreeMap<>();
  private final Map<String, Map<String, List<Workload>>> byNamespace = new HashMap<>();
  private final Map<Asked, List<Target>> known = new HashMap<>();

  private record Asked(NamespaceScope scope, Selection selection, String port) {}

  /// @param workloads sorted
  Groups(Collection<Workload> workloads) {
    for (Workload workload : workloads) {
      for (String name : names(workload)) {
        anywhere.computeIfAbsent(name, _ -> new ArrayList<>()).add(workload);
        byNamespace
            .computeIfAbsent(workload.namespace(), _ -> new TreeMap<>())
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add(workload);
      }
    }
  }

  private static Collection<String> names(Workload workload) {
    Collection<String> names = new TreeSet<>();
    workload.ports().forEach(port -> names.add(port.name()));
    names.remove("");
    return names;
  }

  /// The ports of that name, each at the pods that are in the group and in a workload that has it.
  List<Target> targets(Peer.Pods group, String port) {
    Asked asked = new Asked(group.scope(), group.selection(), port);
    return known.computeIfAbsent(asked, _ -> find(group, port));
  }

  private List<Target> find(Peer.Pods group, String port) {
    List<Target> targets = new ArrayList<>();
    for (Workload workload : ports(group.scope()).getOrDefault(port, List.of())) {
      if (group.selection().mayOverlap(workload.selection())) {
        targets.add(target(group, workload, port));
      }
    }
    return targets;
  }

  /// The names of ports in the namespaces of a group.
  Collection<String> names(Peer.Pods group) {
    return ports(group.scope()).keySet();
  }

  /// The workloads in the namespaces of a group that have a port of that name, whatever their
  /// labels.
  List<Workload> having(Peer.Pods group, String port) {
    return ports(group.scope()).getOrDefault(port, List.of());
  }

  private static Target target(Peer.Pods group, Workload workload, String port) {
    Peer peer =
        new Peer.Pods(
            new NamespaceScope.One(workload.namespace()),
            group.selection().and(workload.selection()),
            Optional.of(workload),
            false);
    return new Target(
        peer,
        workload.ports().stream()
            .filter(p -> p.name().equals(port))
            .map(NamedPort::range)
            .toList());
  }

  // Namespaces by label: which ones they are is known in the cluster only.
  private Map<String, List<Workload>> ports(NamespaceScope scope) {
    return switch (scope) {
      case NamespaceScope.One(var namespace) -> byNamespace.getOrDefault(namespace, Map.of());
      case NamespaceScope.All _ -> anywhere;
      case NamespaceScope.Labelled _ -> Map.of();
    };
  }
}
