package io.policyc.tests.gen;

import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Condition;
import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.PortClause;
import io.policyc.tests.gen.GenPortNear.Port;
import io.policyc.tests.naive.NaiveEvaluator;
import io.policyc.tests.naive.What;
import java.util.List;
import java.util.Optional;

/// Makes up what passes, near what actions say.
final class GenWhat {
  private final Dice dice;
  private final NaiveEvaluator naive;
  private final GenPortNear ports;
  private final GenRequest requests;

  GenWhat(Dice dice, NaiveEvaluator naive) {
    this.dice = dice;
    this.naive = naive;
    ports = new GenPortNear(dice, naive);
    requests = new GenRequest(dice);
  }

  /// What may pass on a port that an action means, beside what it has in mind.
  What besides(Action action, Party receiver) {
    return other(ports.near(clause(action), receiver));
  }

  /// What an action lets pass to a receiver, or almost.
  What near(Action action, Party receiver) {
    Port port = ports.near(clause(action), receiver);
    return switch (action) {
      case Action.Request a -> requests.near(a, port.number());
      case Action.Call a -> requests.near(a, port.number());
      case Action.Connect a ->
          a.conditions().stream().anyMatch(Condition.Sni.class::isInstance)
              ? tls(port)
              : new What.Opaque(port.protocol(), port.number());
      case Action.Reach _ -> other(port);
      case Action.Ping _ -> icmp();
      case Action.Resolve _, Action.Use _ -> throw new IllegalArgumentException("no receiver");
    };
  }

  /// What may pass on a port beside what a sentence has in mind.
  What other(Port port) {
    return switch (dice.between(0, 5)) {
      case 0 -> requests.any(port.number());
      case 1 -> icmp();
      case 2 -> tls(port);
      default -> new What.Opaque(port.protocol(), port.number());
    };
  }

  private What icmp() {
    return dice.chance(80)
        ? dice.one(new What.Icmp(false, 8), new What.Icmp(true, 128))
        : dice.one(new What.Icmp(false, 13), new What.Icmp(true, 8), new What.Icmp(false, 128));
  }

  private What tls(Port port) {
    return new What.Tls(
        port.number(), dice.chance(15) ? Optional.empty() : Optional.of(serverName()));
  }

  private String serverName() {
    List<String> hosts = hosts();
    return hosts.isEmpty() || dice.chance(60)
        ? dice.one("a.example", "x.shop.example", "x.y.shop.example")
        : dice.pick(hosts).replace("*", "c");
  }

  /// The hosts of every external.
  List<String> hosts() {
    return naive.externals().stream()
        .flatMap(said -> said.sentence().items().stream())
        .filter(ExternalItem.Host.class::isInstance)
        .map(item -> ((ExternalItem.Host) item).pattern().text())
        .toList();
  }

  private static PortClause clause(Action action) {
    return switch (action) {
      case Action.Request a -> a.ports();
      case Action.Call a -> a.ports();
      case Action.Connect a -> a.ports();
      case Action.Reach _, Action.Ping _, Action.Resolve _, Action.Use _ -> new PortClause.Unsaid();
    };
  }
}
