package io.policyc.tests.gen;

import io.policyc.tests.gen.Cast.Workload;
import io.policyc.tests.gen.GenParty.Chosen;
import java.util.List;

/// Makes up what an input says about its cast.
final class GenSentence {
  private final Dice dice;
  private final Cast cast;
  private final GenParty parties;
  private final GenAction actions;
  private final GenDeny denials;

  GenSentence(Dice dice, Cast cast) {
    this.dice = dice;
    this.cast = cast;
    parties = new GenParty(dice, cast);
    actions = new GenAction(dice, parties);
    denials = new GenDeny(dice, cast, parties);
  }

  String make() {
    int kind = dice.between(1, 100);
    if (kind <= 80) {
      return grant();
    }
    return kind <= 91 ? denials.make(dice.pick(own())) : closed();
  }

  private String closed() {
    String namespace = dice.pick(cast.namespaces());
    return switch (dice.between(0, 5)) {
      case 0, 1, 2 -> parties.named(dice.pick(own())) + " is closed";
      case 3 -> "every pod in " + namespace + " is closed";
      default -> "namespace " + namespace + " is closed";
    };
  }

  private List<Workload> own() {
    return cast.workloads().stream().filter(workload -> !workload.foreign()).toList();
  }

  private String grant() {
    Chosen sender = parties.sender();
    if (sender.isPods() && dice.chance(6)) {
      return sender.text()
          + " may resolve "
          + String.join(", ", dice.some(List.of("*.corp.example", "git.example", "**"), 2));
    }
    // A list after `anyone but` says more of whom it leaves out.
    if (dice.chance(15) && !sender.text().startsWith("anyone")) {
      Chosen other = parties.sender();
      return sender.text()
          + ", "
          + other.text()
          + " may "
          + actions.toWorkload(dice.pick(own()), sender.isPods() && other.isPods());
    }
    return sender.text() + " may " + (sender.isPods() ? fromPods() : fromOthers());
  }

  // Something of the input's own has to be at one end.
  private String fromOthers() {
    return dice.chance(85)
        ? actions.toWorkload(dice.pick(own()), false)
        : actions.toLoose("every pod in " + dice.pick(cast.namespaces()));
  }

  private String fromPods() {
    int receiver = dice.between(1, 100);
    if (receiver <= 64) {
      return actions.toWorkload(dice.pick(receiver <= 57 ? own() : cast.workloads()), true);
    }
    if (receiver <= 76 || (receiver <= 88 && cast.externals().isEmpty())) {
      return actions.toLoose(parties.group());
    }
    return receiver <= 88 ? actions.toExternal(dice.pick(cast.externals())) : actions.toBuiltIn();
  }
}
