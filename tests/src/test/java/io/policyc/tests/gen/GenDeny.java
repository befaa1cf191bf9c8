package io.policyc.tests.gen;

import io.policyc.tests.gen.Cast.External;
import io.policyc.tests.gen.Cast.Port;
import io.policyc.tests.gen.Cast.Workload;
import io.policyc.tests.gen.GenParty.Chosen;
import java.util.List;

/// Makes up what is denied: with an own workload at one end, and something at the other.
final class GenDeny {
  private final Dice dice;
  private final Cast cast;
  private final GenParty parties;

  GenDeny(Dice dice, Cast cast, GenParty parties) {
    this.dice = dice;
    this.cast = cast;
    this.parties = parties;
  }

  String make(Workload own) {
    return dice.chance(65)
        ? "deny " + sender() + " to " + receiver(own) + ports(own.ports())
        : "deny " + parties.named(own) + " to " + elsewhere();
  }

  private String sender() {
    Chosen sender = parties.sender();
    return dice.chance(15) && !sender.text().startsWith("anyone")
        ? sender.text() + ", " + parties.sender().text()
        : sender.text();
  }

  // A group of a namespace that the input has, or the workload.
  private String receiver(Workload own) {
    return dice.chance(25) ? "every pod in " + own.namespace() : parties.named(own);
  }

  private String ports(List<Port> declared) {
    return switch (dice.between(0, 4)) {
      case 0 -> "";
      case 1 -> " port 8080";
      case 2 -> " port 9100, 7000-7001/tcp";
      case 3 -> dice.one(" every port", " every port/udp", " port 1-65535");
      default ->
          declared.isEmpty() || declared.getFirst().name().isEmpty()
              ? " port 53/udp"
              : " port " + declared.getFirst().number();
    };
  }

  private String elsewhere() {
    List<External> byAddress = cast.externals().stream().filter(x -> !x.byHost()).toList();
    String receiver =
        switch (dice.between(0, 4)) {
          case 0 -> byAddress.isEmpty() ? "world" : dice.pick(byAddress).name();
          case 1 -> dice.one("world", "cluster", "remote-node", "kube-apiserver");
          case 2 -> parties.anyone();
          case 3 -> parties.named(dice.pick(cast.workloads()));
          default -> parties.group();
        };
    return receiver + dice.one("", " port 443", " port 53/udp, 8080", " every port");
  }
}
