package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Lookup;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Namespace;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where objects may be emitted, and what is closed there.
final class Territory {
  private final SortedMap<String, Namespace> own = new TreeMap<>();
  private final Map<String, List<Workload>> workloads = new TreeMap<>();
  private final Map<String, Map<String, Workload>> closedIngress = new TreeMap<>();
  private final Map<String, Map<String, Workload>> closedEgress = new TreeMap<>();

  Territory(Model model) {
    model.namespaces().stream()
        .filter(namespace -> namespace.own() && !namespace.foreign())
        .forEach(namespace -> own.put(namespace.name(), namespace));
    model.workloads().forEach(this::declare);
    model.grants().forEach(this::close);
    model.lookups().forEach(this::close);
  }

  private void declare(Workload workload) {
    if (isOwn(workload)) {
      workloads.computeIfAbsent(workload.namespace(), n -> new ArrayList<>()).add(workload);
      if (!workload.closed().isEmpty()) {
        close(Direction.INGRESS, workload);
        close(Direction.EGRESS, workload);
      }
    }
  }

  private void close(Grant grant) {
    close(Direction.EGRESS, grant.sender());
    close(Direction.INGRESS, grant.receiver());
  }

  private void close(Lookup lookup) {
    close(Direction.EGRESS, lookup.sender());
  }

  private void close(Direction direction, Peer peer) {
    if (peer instanceof Peer.Pods pods && isNamedOwn(pods)) {
      close(direction, pods.workload().orElseThrow());
    }
  }

  private void close(Direction direction, Workload workload) {
    closed(direction)
        .computeIfAbsent(workload.namespace(), n -> new LinkedHashMap<>())
        .putIfAbsent(workload.name(), workload);
  }

  private Map<String, Map<String, Workload>> closed(Direction direction) {
    return switch (direction) {
      case INGRESS -> closedIngress;
      case EGRESS -> closedEgress;
    };
  }

  /// Namespaces that objects may be emitted into, sorted.
  Iterable<String> namespaces() {
    return own.keySet();
  }

  /// Whether objects may be emitted into the namespace.
  boolean isOwn(String namespace) {
    return own.containsKey(namespace);
  }

  /// Whether objects may be emitted for the workload.
  boolean isOwn(Workload workload) {
    return !workload.foreign() && isOwn(workload.namespace());
  }

  /// Whether the peer is a workload of this input that the sentence names itself.
  boolean isNamedOwn(Peer.Pods pods) {
    return pods.named() && pods.workload().map(this::isOwn).orElse(false);
  }

  /// The sentences that close a namespace; none where it isn't.
  List<Origin> closing(String namespace) {
    Namespace known = own.get(namespace);
    return known == null ? List.of() : known.closed();
  }

  /// Whether every pod of the namespace is closed.
  boolean isClosed(String namespace) {
    return !closing(namespace).isEmpty();
  }

  /// The workloads of a namespace that are closed in a direction.
  Iterable<Workload> closed(String namespace, Direction direction) {
    return closed(direction).getOrDefault(namespace, Map.of()).values();
  }

  /// The workloads of this input in a namespace.
  List<Workload> workloads(String namespace) {
    return workloads.getOrDefault(namespace, List.of());
  }
}
