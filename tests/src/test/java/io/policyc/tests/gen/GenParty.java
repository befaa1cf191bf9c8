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
    if (kind <= 57) {
      return new Chosen(named(dice.pick(cast.workloads())), true);
    }
    if (kind <= 74) {
      return new Chosen(group(), true);
    }
    if (kind <= 84) {
      return new Chosen(
          dice.one(
              "world",
              "cluster",
              "host",
              "remote-node",
              "every node",
              "kube-apiserver",
              "cilium-ingress"),
          false);
    }
    List<External> byAddress = cast.externals().stream().filter(x -> !x.byHost()).toList();
    return kind <= 95 || byAddress.isEmpty()
        ? new Chosen(anyone(), false)
        : new Chosen(dice.pick(byAddress).name(), false);
  }

  /// A workload by name; sometimes by its whole name.
  String named(Workload workload) {
    return dice.chance(30) ? workload.namespace() + "/" + workload.name() : workload.name();
  }

  /// Pods by namespace and labels.
  String group() {
    return dice.one("every pod", "any pod") + (dice.chance(35) ? labels() : "") + scope();
  }

  private String labels() {
    String key = dice.one("app", "tier");
    String term =
        switch (dice.between(0, 4)) {
          case 0 -> key + " in (" + String.join(", ", dice.some(Cast.VALUES, 2)) + ")";
          case 1 -> key + " not in (" + String.join(", ", dice.some(Cast.VALUES, 2)) + ")";
          case 2 -> key + dice.one(" exists", " absent");
          default -> key + ": " + dice.pick(Cast.VALUES);
        };
    return " { " + term + (dice.chance(15) ? "; example.com/track exists" : "") + " }";
  }

  private String scope() {
    return switch (dice.between(0, 5)) {
      case 0, 1 -> "";
      case 2, 3 -> " in " + dice.pick(cast.namespaces());
      case 4 -> " in every namespace";
      default ->
          " in namespaces { team"
              + dice.one(": shop", ": pay", " in (data, pay)", " not in (pay)", " exists")
              + " }";
    };
  }

  String anyone() {
    return switch (dice.between(0, 4)) {
      case 0, 1 -> "anyone";
      case 2 -> "anyone outside " + dice.pick(cast.namespaces());
      default ->
          "anyone but "
              + String.join(
                  ", ", dice.some(cast.workloads(), 2).stream().map(this::named).toList());
    };
  }
}
