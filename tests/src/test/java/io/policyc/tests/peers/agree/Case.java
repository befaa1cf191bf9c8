package io.policyc.tests.peers.agree;

import io.policyc.compiler.Settings;
import io.policyc.tests.gen.Compiled;
import io.policyc.tests.gen.GenConversation;
import io.policyc.tests.gen.GenConversation.Asked;
import io.policyc.tests.gen.GenInput;
import io.policyc.tests.gen.GenWorld;
import io.policyc.tests.gen.Generated;
import io.policyc.tests.naive.Actor;
import io.policyc.tests.naive.Answer;
import io.policyc.tests.naive.Conversation;
import io.policyc.tests.naive.Input;
import io.policyc.tests.naive.NaiveEvaluator;
import io.policyc.tests.naive.Notation;
import io.policyc.tests.peers.CiliumOracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One generated input, compiled, with its cluster and the engine that holds its policies.
final class Case {
  private final CiliumOracle oracle;
  private final Compiled compiled;
  private final List<Actor> actors;
  private final NaiveEvaluator naive;
  private final Judge judge;

  private Case(CiliumOracle oracle, Compiled compiled) {
    this.oracle = oracle;
    this.compiled = compiled;
    actors = GenWorld.of(compiled.input());
    naive = new NaiveEvaluator(new Input(compiled.parts()), compiled.input().settings());
    judge = judge();
  }

  /// The case of a seed.
  static Case of(CiliumOracle oracle, long seed) {
    return new Case(oracle, Compiled.of(GenInput.of(seed)));
  }

  Compiled compiled() {
    return compiled;
  }

  /// Asks so many questions and counts them.
  ///
  /// @return reports of the disagreements, the first of them made small
  List<String> compare(int count, Tally tally) {
    GenConversation questions =
        new GenConversation(
            compiled.input().seed() * 31 + 2, naive, compiled.input().settings(), actors);
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      asked.add(questions.next());
    }
    if (!judge.refused().isEmpty()) {
      return List.of("refused: " + judge.refused() + "\n" + describe());
    }
    List<Verdict> verdicts = judge.verdicts(asked.stream().map(Asked::conversation).toList());
    Optional<String> disagreement = Optional.empty();
    for (int i = 0; i < count; i++) {
      Match match = match(verdicts.get(i), asked.get(i).conversation(), asked.get(i).answer());
      tally.conversation(asked.get(i), match);
      if (disagreement.isEmpty() && match == Match.DIFFERS) {
        disagreement = Optional.of(report(asked.get(i).conversation()));
      }
    }
    return disagreement.stream().toList();
  }

  private Match match(Verdict verdict, Conversation asked, Answer answer) {
    return Match.of(verdict, asked, answer, compiled.remarks());
  }

  private Judge judge() {
    Set<Integer> dnsPorts =
        compiled.input().settings().cilium().dns().stream()
            .map(Settings.DnsServer::port)
            .collect(Collectors.toSet());
    return new Judge(oracle, new Stage("case", actors), compiled.yaml(), dnsPorts);
  }

  private String describe() {
    return "seed "
        + compiled.input().seed()
        + "\n"
        + compiled.input().text()
        + compiled.input().settings().cilium()
        + "\n";
  }

  // The smallest input on which both still differ about the conversation.
  private String report(Conversation asked) {
    Generated small = compiled.input().shrink(candidate -> differs(candidate, asked));
    Case minimal = new Case(oracle, Compiled.of(small));
    return minimal.describe()
        + Notation.print(asked)
        + "\nthe sentences: sender "
        + minimal.naive.senderPermits(asked)
        + ", receiver "
        + minimal.naive.receiverPermits(asked)
        + "\nthe engine: "
        + minimal.judge.verdicts(List.of(asked)).getFirst().outcome()
        + " "
        + minimal.judge.explain(asked)
        + "\n"
        + minimal.compiled.yaml();
  }

  private boolean differs(Generated candidate, Conversation asked) {
    if (!Compiled.compiles(candidate)) {
      return false;
    }
    Case smaller = new Case(oracle, Compiled.of(candidate));
    Verdict verdict = smaller.judge.verdicts(List.of(asked)).getFirst();
    return smaller.match(verdict, asked, smaller.naive.permits(asked)) == Match.DIFFERS;
  }
}
