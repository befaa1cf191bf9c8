package io.policyc.policies.admission;

import io.policyc.compiler.model.Namespace;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import io.policyc.findings.Finding;
import io.policyc.manifests.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Warns of routes to pods that no grant lets their controller reach.
///
/// Source: the grants of the input. Fields: backends of an Ingress and of HTTPRoute, GRPCRoute,
/// TLSRoute, TCPRoute and UDPRoute of the Gateway API. Allowed: a backend whose pods nothing
/// closes, or that one of `cilium-ingress`, `world`, another entity, an external, or pods of
/// another namespace or named like the Ingress's class may reach on that port; a backend of which
/// the input has no Service or no pods.
record UnreachableRoute() implements Check {
  @Override
  public String id() {
    return "unreachableRoute";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (facts.cluster().model().isPresent()) {
      for (Backend backend : Backend.of(facts.object(), facts.namespace())) {
        judge(backend, facts.cluster()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> judge(Backend backend, Cluster cluster) {
    String name = Fields.text(backend.service());
    Optional<Manifest> service = cluster.services().find(backend.namespace(), name);
    if (service.isEmpty()) {
      return Optional.empty();
    }
    List<Pods> pods = cluster.services().behind(service.get(), backend.namespace());
    for (Services.Port port : Services.Port.of(service.get())) {
      if (backend.means(port)) {
        for (Pods one : pods) {
          Optional<Finding> finding = judge(backend, port, cluster.facts(one), cluster);
          if (finding.isPresent()) {
            return finding;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> judge(
      Backend backend, Services.Port port, PodFacts pods, Cluster cluster) {
    Optional<Origin> closed = closed(pods, cluster);
    Optional<PortRange> number = port.in(pods.pods());
    boolean open =
        closed.isEmpty()
            || number.isEmpty()
            || cluster.mayEnter(pods.pods(), number.get(), backend.controller());
    return open
        ? Optional.empty()
        : Optional.of(
            Found.warning(
                    this,
                    backend.service(),
                    "no grant lets a controller of routes reach port `"
                        + number.get()
                        + "` of the pods of `"
                        + pods.pods().object().label()
                        + "`",
                    "write a grant such as `cilium-ingress may GET /** on " + receiver(pods) + "`")
                .withRelated(closed.get().sentence(), "this closes them"));
  }

  private static String receiver(PodFacts pods) {
    return pods.workloads().stream().findFirst().map(Workload::name).orElse("every pod");
  }

  private static Optional<Origin> closed(PodFacts pods, Cluster cluster) {
    Stream<Origin> workloads =
        pods.workloads().stream().flatMap(one -> cluster.entries().closed(one).stream());
    Stream<Origin> namespace =
        cluster.declared(pods.pods().namespace()).map(Namespace::closed).stream()
            .flatMap(List::stream);
    return Stream.concat(workloads, namespace).findFirst();
  }
}
