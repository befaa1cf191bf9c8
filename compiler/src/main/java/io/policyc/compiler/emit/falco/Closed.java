package io.policyc.compiler.emit.falco;

import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Namespace;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which workloads of this input are closed, and by which sentences.
final class Closed {
  private final Map<String, Namespace> own;
  private final Map<String, List<Origin>> senders = new HashMap<>();
  private final Map<String, List<Origin>> receivers = new HashMap<>();

  Closed(Model model) {
    own =
        model.namespaces().stream()
            .filter(namespace -> namespace.own() && !namespace.foreign())
            .collect(Collectors.toMap(Namespace::name, namespace -> namespace));
    model.grants().forEach(this::read);
    model.lookups().forEach(lookup -> add(senders, lookup.sender(), lookup.origin()));
  }

  private void read(Grant grant) {
    add(senders, grant.sender(), grant.origin());
    add(receivers, grant.receiver(), grant.origin());
  }

  private static void add(Map<String, List<Origin>> to, Peer peer, Origin origin) {
    if (peer instanceof Peer.Pods pods && pods.named()) {
      to.computeIfAbsent(pods.workload().orElseThrow().qualifiedName(), _ -> new ArrayList<>())
          .add(origin);
    }
  }

  /// Whether rules may follow from what this input says about the workload.
  boolean isOwn(Workload workload) {
    return !workload.foreign() && own.containsKey(workload.namespace());
  }

  /// The sentences that close what the workload sends; none where it is open.
  List<Origin> egress(Workload workload) {
    return closing(workload, senders);
  }

  /// The sentences that close what the workload receives; none where it is open.
  List<Origin> ingress(Workload workload) {
    return closing(workload, receivers);
  }

  private List<Origin> closing(Workload workload, Map<String, List<Origin>> grants) {
    List<Origin> all = new ArrayList<>(grants.getOrDefault(workload.qualifiedName(), List.of()));
    all.addAll(workload.closed());
    Namespace namespace = own.get(workload.namespace());
    if (namespace != null) {
      all.addAll(namespace.closed());
    }
    return all;
  }
}
