package io.policyc.policies.admission;

import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Who from outside of their namespace may reach pods, as far as a controller of routes may be
/// behind it.
final class Entries {
  private final PodIndex<Grant> grants;
  private final Map<String, Origin> closed = new HashMap<>();

  Entries(Optional<Model> model) {
    List<PodIndex.Entry<Grant>> entries = new ArrayList<>();
    for (Grant grant : model.map(Model::grants).orElse(List.of())) {
      if (grant.receiver() instanceof Peer.Pods pods) {
        entries.add(new PodIndex.Entry<>(entries.size(), pods.scope(), pods.selection(), grant));
        pods.workload()
            .filter(_ -> pods.named())
            .ifPresent(one -> closed.putIfAbsent(one.qualifiedName(), grant.origin()));
      }
    }
    for (Workload one : model.map(Model::workloads).orElse(List.of())) {
      one.closed().stream().findFirst().ifPresent(o -> closed.put(one.qualifiedName(), o));
    }
    grants = new PodIndex<>(entries);
  }

  /// The sentence that closes a workload's pods to whoever has no grant.
  Optional<Origin> closed(Workload workload) {
    return Optional.ofNullable(closed.get(workload.qualifiedName()));
  }

  /// Whether a grant lets a controller of routes reach a port of pods.
  ///
  /// @param controller what the route names, such as `nginx`; empty where it names none
  /// @param labels those of each object that may be the pods' namespace
  boolean reach(
      Pods pods, PortRange port, String controller, List<SortedMap<String, String>> labels) {
    PodIndex.Found<Grant> found = grants.of(pods, labels);
    return java.util.stream.Stream.concat(found.yes().stream(), found.unknown().stream())
        .filter(grant -> covers(grant.conversation(), port))
        .anyMatch(grant -> mayBeEntry(grant.sender(), pods.namespace(), controller));
  }

  private static boolean covers(Conversation conversation, PortRange port) {
    return switch (conversation) {
      case Conversation.Everything _ -> true;
      case Conversation.Transport transport ->
          transport.ports().stream().anyMatch(range -> range.contains(port));
      case Conversation.Http http -> http.ports().stream().anyMatch(range -> range.contains(port));
      case Conversation.Ping() -> false;
    };
  }

  /// A controller is an entity of Cilium's, or pods: seldom those of the application's own
  /// namespace, unless they are named like it.
  private static boolean mayBeEntry(Peer sender, String namespace, String controller) {
    return switch (sender) {
      case Peer.Of(var entity) -> entity != Peer.Entity.KUBE_APISERVER;
      case Peer.Outside _, Peer.Anyone _ -> true;
      case Peer.Pods pods ->
          !pods.scope().equals(new NamespaceScope.One(namespace))
              || pods.workload().filter(one -> one.name().equals(controller)).isPresent();
    };
  }
}
