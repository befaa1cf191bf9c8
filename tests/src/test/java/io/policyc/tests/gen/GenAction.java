package io.policyc.tests.gen;

import io.policyc.tests.gen.Cast.External;
import io.policyc.tests.gen.Cast.Port;
import io.policyc.tests.gen.Cast.Workload;
import java.util.List;

/// Makes up what may happen, to a receiver that is chosen.
final class GenAction {
  private final Dice dice;
  private final GenParty parties;
  private final GenPort ports;
  private final GenRequestText requests;

  GenAction(Dice dice, GenParty parties) {
    this.dice = dice;
    this.parties = parties;
    ports = new GenPort(dice);
    requests = new GenRequestText(dice);
  }

  /// @param fromPods whether all senders are pods
  String toWorkload(Workload workload, boolean fromPods) {
    String receiver = parties.named(workload);
    List<Port> declared = workload.ports();
    boolean speaksTcp = declared.isEmpty() || declared.stream().anyMatch(Port::isTcp);
    return switch (dice.between(speaksTcp ? 0 : 5, 9)) {
      case 0, 1, 2, 3 ->
          requests.request(" on " + receiver + ports.request(declared, "http")) + mutual(fromPods);
      case 4 -> requests.call(" on " + receiver + ports.request(declared, "grpc"));
      case 5, 6, 7 ->
          "connect to " + receiver + ports.connect(declared) + guard(declared, fromPods);
      case 8 -> "reach " + receiver + more() + mutual(fromPods);
      default -> "ping " + receiver + more();
    };
  }

  private String more() {
    return dice.chance(20) ? ", " + parties.group() : "";
  }

  // Only pods authenticate each other, and only TCP speaks TLS.
  private String guard(List<Port> declared, boolean fromPods) {
    boolean allTcp = !declared.isEmpty() && declared.stream().allMatch(Port::isTcp);
    return dice.chance(5) && allTcp ? " with sni *.shop.example" : mutual(fromPods);
  }

  private String mutual(boolean fromPods) {
    return dice.chance(fromPods ? 4 : 1) ? " with mutual auth" : "";
  }

  /// To whom declares no ports: a group, or a built-in name.
  String toLoose(String receiver) {
    return switch (dice.between(0, 6)) {
      case 0 -> requests.request(" on " + receiver + metrics(receiver, web()));
      case 1 -> "reach " + receiver;
      case 2 -> "ping " + receiver;
      case 3 -> "connect to " + receiver + metrics(receiver, " port 9100");
      case 4 -> "connect to " + receiver + dice.one(" every port", " every port/udp", " port 53");
      default -> "connect to " + receiver + " port " + ports.loose();
    };
  }

  private String web() {
    return dice.one(" port 8080, 80", " port 8080, 80", " port 40-60", " every port");
  }

  // A name is known of workloads, in namespaces that the text tells.
  private String metrics(String receiver, String other) {
    boolean known = receiver.contains(" pod") && !receiver.contains("namespaces {");
    return known && dice.chance(70) ? " port metrics" : other;
  }

  String toExternal(External external) {
    return switch (dice.between(0, 4)) {
      case 0 -> "reach " + external.name();
      case 1 ->
          external.ports().stream().anyMatch(port -> port.first() == 443)
              ? "connect to "
                  + external.name()
                  + " with sni"
                  + (named(external) ? "" : " a.example")
              : requests.request(" on " + external.name() + httpPort(external));
      default -> "connect to " + external.name() + ports.connect(external.ports());
    };
  }

  // Without a name it is the external's hosts, if it is nothing but hosts.
  private boolean named(External external) {
    return external.lines().stream().allMatch(line -> line.startsWith("host")) && dice.chance(50);
  }

  private String httpPort(External external) {
    return external.ports().stream()
        .filter(Port::isTcp)
        .findFirst()
        .map(port -> " port " + port.number())
        .orElse(" port 80");
  }

  String toBuiltIn() {
    if (dice.chance(25)) {
      return toLoose(parties.anyone());
    }
    String entity =
        dice.one(
            "world",
            "cluster",
            "host",
            "remote-node",
            "every node",
            "kube-apiserver",
            "cilium-ingress");
    return entity.equals("kube-apiserver") && dice.chance(70)
        ? "connect to kube-apiserver"
        : toLoose(entity);
  }
}
