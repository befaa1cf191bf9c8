package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Warns of ports of Services that lead to none of the pods behind them.
///
/// Source: k8s.io/kubernetes v1.36.4 pkg/api/v1/pod FindPort. Fields: `spec.ports[*].targetPort` of
/// a Service, `port` where it is unset. Allowed: a name or a number that a container of a selected
/// pod has, with the same protocol; any number where one of the pods lists no port, since
/// containers need not; anything where the input has no pod that the Service selects.
record ServiceTargetPort() implements Check {
  @Override
  public String id() {
    return "serviceTargetPort";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (Services.is(facts.object())) {
      List<Pods> pods = facts.cluster().services().behind(facts.object(), facts.namespace());
      for (Services.Port port :
          pods.isEmpty() ? List.<Services.Port>of() : Services.Port.of(facts.object())) {
        judge(port, pods).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> judge(Services.Port port, List<Pods> pods) {
    boolean leads = pods.stream().anyMatch(one -> leads(port, one));
    return leads
        ? Optional.empty()
        : Optional.of(Found.warning(this, port.place(), message(port), help(port, pods)));
  }

  private static boolean leads(Services.Port port, Pods pods) {
    return switch (port.target()) {
      case Services.Target.Named _ -> port.in(pods).isPresent();
      case Services.Target.Numbered _ ->
          pods.ports().isEmpty()
              || pods.ports().stream()
                  .anyMatch(open -> port.in(pods).equals(Optional.of(open.range())));
    };
  }

  private static String message(Services.Port port) {
    String of =
        switch (port.target()) {
          case Services.Target.Named(var name) -> "named `" + name + "`";
          case Services.Target.Numbered(var number) -> "`" + number + "`";
        };
    return "no container behind this Service has a port " + of + " of protocol " + port.protocol();
  }

  private static String help(Services.Port port, List<Pods> pods) {
    List<OpenPort> open = pods.stream().flatMap(one -> one.ports().stream()).distinct().toList();
    Optional<String> near =
        port.target() instanceof Services.Target.Named(var name)
            ? Suggest.nearest(name, open.stream().map(OpenPort::name).distinct().toList())
            : Optional.empty();
    List<String> all =
        open.stream().map(one -> one.range().toString()).distinct().limit(5).toList();
    return near.map(name -> "did you mean `" + name + "`?")
        .orElse(
            all.isEmpty()
                ? "give a container a port with that name"
                : "choose from what its containers open: `" + String.join("`, `", all) + "`");
  }
}
