package io.policyc.tests.gen;

import io.policyc.tests.gen.Cast.External;
import io.policyc.tests.gen.Cast.Port;
import io.policyc.tests.gen.Cast.Workload;
import io.policyc.tests.gen.GenParty.Chosen;
import java.util.ArrayList;
import java.util.List;

/// Makes up what an input says about its cast.
final class GenSentence {
  static final List<String> PATHS =
      List.of(
          "/",
          "/api/v1/items",
          "/api/v1/items/{id}",
          "/api/{v}/**",
          "/files/*.json",
          "/u/{id:uuid}",
          "/n/{id:int}/end",
          "/p/{s:slug}",
          "/**",
          "/a.b/c+d",
          "/x*y/{z}");
  static final List<String> HOSTS = List.of("api.shop.example", "*.shop.example", "a-*.example");

  private final Dice dice;
  private final Cast cast;
  private final GenParty parties;
  private final GenPort ports;

  GenSentence(Dice dice, Cast cast) {
    this.dice = dice;
    this.cast = cast;
    parties = new GenParty(dice, cast);
    ports = new GenPort(dice);
  }

  String make() {
    int kind = dice.between(1, 100);
    if (kind <= 82) {
      return grant();
    }
    if (kind <= 90) {
      return deny();
    }
    return kind <= 96
        ? parties.named(dice.pick(own())) + " is closed"
        : "namespace " + dice.pick(cast.namespaces()) + " is closed";
  }

  private List<Workload> own() {
    return cast.workloads().stream().filter(workload -> !workload.foreign()).toList();
  }

  private String grant() {
    Chosen sender = parties.sender();
    if (sender.isPods() && dice.chance(6)) {
      return sender.text() + " may resolve " + dice.one("*.corp.example", "git.example", "**");
    }
    String senders =
        dice.chance(15) && !sender.text().startsWith("anyone")
            ? sender.text() + ", " + parties.sender().text()
            : sender.text();
    // A list after `anyone but` says more of whom it leaves out.
    int receiver = dice.between(1, 100);
    if (!sender.isPods() || !senders.equals(sender.text()) || receiver <= 58) {
      return senders + " may " + toWorkload(dice.pick(own()), sender.isPods());
    }
    if (receiver <= 64) {
      return senders + " may " + toWorkload(dice.pick(cast.workloads()), true);
    }
    if (receiver <= 76 || (receiver <= 88 && cast.externals().isEmpty())) {
      return senders + " may " + toLoose(parties.group());
    }
    return receiver <= 88
        ? senders + " may " + toExternal(dice.pick(cast.externals()))
        : senders + " may " + toBuiltIn();
  }

  private String toWorkload(Workload workload, boolean fromPods) {
    return action(parties.named(workload), workload.ports(), fromPods);
  }

  private String action(String receiver, List<Port> declared, boolean fromPods) {
    boolean speaksTcp = declared.isEmpty() || declared.stream().anyMatch(Port::isTcp);
    return switch (dice.between(speaksTcp ? 0 : 5, 9)) {
      case 0, 1, 2, 3 ->
          methods() + paths(" on " + receiver + ports.request(declared, "http") + conditions());
      case 4 -> "call " + calls() + " on " + receiver + ports.request(declared, "grpc");
      case 5, 6, 7 ->
          "connect to " + receiver + ports.connect(declared) + guard(declared, fromPods);
      case 8 -> "reach " + receiver;
      default -> "ping " + receiver;
    };
  }

  private String toLoose(String receiver) {
    return switch (dice.between(0, 5)) {
      case 0 -> methods() + paths(" on " + receiver + metrics(receiver, " port 8080, 80"));
      case 1 -> "reach " + receiver;
      case 2 -> "ping " + receiver;
      case 3 -> "connect to " + receiver + metrics(receiver, " port 9100");
      default -> "connect to " + receiver + " port " + ports.loose();
    };
  }

  // What a name means is not known of namespaces that only the cluster knows.
  private String metrics(String receiver, String other) {
    return receiver.contains("namespaces {") || dice.chance(30) ? other : " port metrics";
  }

  private String toExternal(External external) {
    return switch (dice.between(0, 4)) {
      case 0 -> "reach " + external.name();
      case 1 ->
          external.ports().stream().anyMatch(port -> port.first() == 443)
              ? "connect to " + external.name() + " with sni a.example"
              : methods() + paths(" on " + external.name() + httpPort(external));
      default -> "connect to " + external.name() + ports.connect(external.ports());
    };
  }

  private String httpPort(External external) {
    return external.ports().stream()
        .filter(Port::isTcp)
        .findFirst()
        .map(port -> " port " + port.number())
        .orElse(" port 80");
  }

  private String toBuiltIn() {
    String entity =
        dice.one("world", "cluster", "host", "remote-node", "every node", "kube-apiserver");
    if (dice.chance(25)) {
      return toLoose(parties.anyone()).replace("port metrics", "port 8080");
    }
    return entity.equals("kube-apiserver")
        ? "connect to kube-apiserver"
        : toLoose(entity).replace("port metrics", "port 80");
  }

  private String methods() {
    return dice.one("GET", "GET, HEAD", "POST", "request", "DELETE, PUT") + " ";
  }

  // An expression says itself whether a query may follow.
  private String paths(String rest) {
    return dice.chance(8)
        ? "path matching "
            + dice.one("re\"/v[12]/.*\"", "re\"/(a|b)/[0-9]+(\\?.*)?\"", "re\"/exact\"")
            + rest.replace(" without query", "")
        : String.join(", ", dice.some(PATHS, 2)) + rest;
  }

  private String calls() {
    return String.join(", ", dice.some(List.of("shop.Cart/Add", "shop.Cart/*", "Echo/Say"), 2));
  }

  private String conditions() {
    List<String> all = new ArrayList<>();
    if (dice.chance(15)) {
      all.add(" without query");
    }
    if (dice.chance(12)) {
      all.add(" with host " + dice.pick(HOSTS));
    }
    if (dice.chance(12)) {
      all.add(" with header X-Tenant: " + dice.one("acme", "other"));
    }
    if (dice.chance(8)) {
      all.add(" with header X-Trace");
    }
    return String.join("", all);
  }

  // Only pods authenticate each other, and only TCP speaks TLS.
  private String guard(List<Port> declared, boolean fromPods) {
    boolean allTcp = !declared.isEmpty() && declared.stream().allMatch(Port::isTcp);
    int kind = dice.between(1, 100);
    if (kind <= 4) {
      return fromPods ? " with mutual auth" : "";
    }
    return kind <= 9 && allTcp ? " with sni *.shop.example" : "";
  }

  private String deny() {
    Workload receiver = dice.pick(own());
    String port =
        switch (dice.between(0, 3)) {
          case 0 -> "";
          case 1 -> " port 8080";
          case 2 -> " port 9100, 7000-7001/tcp";
          default ->
              receiver.ports().isEmpty() || receiver.ports().getFirst().name().isEmpty()
                  ? " port 53/udp"
                  : " port " + receiver.ports().getFirst().name();
        };
    String sender = parties.sender().text();
    List<External> byAddress = cast.externals().stream().filter(x -> !x.byHost()).toList();
    if (dice.chance(20) && !byAddress.isEmpty()) {
      return "deny "
          + parties.named(receiver)
          + " to "
          + dice.pick(byAddress).name()
          + dice.one("", " port 443");
    }
    return "deny " + sender + " to " + parties.named(receiver) + port;
  }
}
