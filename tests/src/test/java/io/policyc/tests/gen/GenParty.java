package io.policyc.tests.gen;

import io.policyc.tests.gen.Cast.External;
import io.policyc.tests.gen.Cast.Workload;
import java.util.List;

/// Makes up who a sentence speaks of.
final class GenParty {
  private final Dice dice;
  private final Cast cast;

  GenParty(Dice dice, Cast cast) {
    this.dice = dice;
    this.cast = cast;
  }

  /// A party of a sentence.
  ///
  /// @param isPods whether it means pods alone
  record Chosen(String text, boolean isPods) {}

  Chosen sender() {
    int kind = dice.between(1, 100);
    if (kind <= 60) {
      return new Chosen(named(dice.pick(cast.workloads())), true);
    }
    if (kind <= 78) {
      return new Chosen(group(), true);
    }
    if (kind <= 88) {
      return new Chosen(
          dice.one("world", "cluster", "remote-node", "kube-apiserver", "cilium-ingress"), false);
    }
    List<External> byAddress = cast.externals().stream().filter(x -> !x.byHost()).toList();
    return kind <= 93 || byAddress.isEmpty()
        ? new Chosen(anyone(), false)
        : new Chosen(dice.pick(byAddress).name(), false);
  }

  /// A workload by name; sometimes by its whole name.
  String named(Workload workload) {
    return dice.chance(30) ? workload.namespace() + "/" + workload.name() : workload.name();
  }

  /// Pods by namespace and labels.
  String group() {
    String labels =
        dice.chance(35)
            ? " { " + dice.one("app", "tier") + ": " + dice.pick(Cast.VALUES) + " }"
            : "";
    return dice.one("every pod", "any pod") + labels + scope();
  }

  private String scope() {
    return switch (dice.between(0, 4)) {
      case 0, 1 -> "";
      case 2 -> " in " + dice.pick(cast.namespaces());
      case 3 -> " in every namespace";
      default -> " in namespaces { team: " + dice.one("shop", "pay", "data") + " }";
    };
  }

  String anyone() {
    return switch (dice.between(0, 2)) {
      case 0 -> "anyone";
      case 1 -> "anyone outside " + dice.pick(cast.namespaces());
      default -> "anyone but " + named(dice.pick(cast.workloads()));
    };
  }
}
