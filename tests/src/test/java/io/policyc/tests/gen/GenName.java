package io.policyc.tests.gen;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.Settings;
import io.policyc.tests.naive.Actor;
import io.policyc.tests.naive.What;
import java.util.ArrayList;
import java.util.List;

/// Makes up DNS queries.
final class GenName {
  private final Dice dice;
  private final Settings.Cilium settings;
  private final List<Actor> servers;

  GenName(Dice dice, Settings.Cilium settings, List<Actor> world) {
    this.dice = dice;
    this.settings = settings;
    servers =
        world.stream()
            .filter(
                actor ->
                    actor instanceof Actor.Node
                        || (actor instanceof Actor.Pod pod
                            && pod.namespace().equals("kube-system")))
            .toList();
  }

  /// Who may be asked for names.
  List<Actor> servers() {
    return servers;
  }

  /// A query to a server.
  ///
  /// @param hosts patterns of externals
  /// @param resolved patterns of `may resolve`
  What query(Actor server, List<String> hosts, List<String> resolved) {
    List<String> patterns = new ArrayList<>(hosts);
    patterns.addAll(resolved);
    patterns.add("**." + settings.domain());
    patterns.add("api.shop.svc." + settings.domain());
    patterns.add("evil.example");
    String name = dice.pick(patterns).replace("**", dice.one("a", "a.b")).replace("*", "c");
    if (dice.chance(25)) {
      name += "." + dice.one("corp.example", "lab.example", "shop.svc." + settings.domain());
    }
    if (dice.chance(10)) {
      name = dice.one("x." + name, name.substring(name.indexOf('.') + 1), settings.domain());
    }
    Protocol protocol = dice.chance(75) ? Protocol.UDP : Protocol.TCP;
    if (dice.chance(12)) {
      return new What.Opaque(protocol, dice.one(53, 80));
    }
    return new What.Dns(protocol, port(server), name);
  }

  private int port(Actor server) {
    boolean cache =
        server instanceof Actor.Pod pod && pod.labels().getOrDefault("app", "").equals("dns-cache");
    return dice.chance(4) ? 5353 : cache ? 8053 : 53;
  }
}
