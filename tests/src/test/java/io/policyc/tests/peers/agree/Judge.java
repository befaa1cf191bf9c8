package io.policyc.tests.peers.agree;

import io.policyc.compiler.Protocol;
import io.policyc.tests.naive.Actor;
import io.policyc.tests.naive.Conversation;
import io.policyc.tests.naive.What;
import io.policyc.tests.peers.Answer;
import io.policyc.tests.peers.CiliumOracle;
import io.policyc.tests.peers.DocumentVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Asks the engine what it does with conversations.
final class Judge {
  private final CiliumOracle oracle;
  private final Stage stage;
  private final List<DocumentVerdict> refused;
  private final Set<Integer> dnsPorts;

  /// A judge of policies.
  ///
  /// @param dnsPorts the ports of the cluster's DNS servers
  Judge(CiliumOracle oracle, Stage stage, String policies, Set<Integer> dnsPorts) {
    this.dnsPorts = Set.copyOf(dnsPorts);
    this.oracle = oracle;
    this.stage = stage;
    refused = oracle.load(stage.under(policies));
  }

  /// The documents that the engine would not have.
  List<DocumentVerdict> refused() {
    return refused;
  }

  /// What becomes of each conversation, in order.
  List<Verdict> verdicts(List<Conversation> asked) {
    List<Answer> first = answers(asked, Conversation::what);
    Map<Integer, Boolean> probes = probe(asked, first);
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Answer answer = first.get(i);
      boolean probed = probes.getOrDefault(i, true);
      verdicts.add(new Verdict(outcome(asked.get(i), answer, probed), answer.toString()));
    }
    return verdicts;
  }

  private Verdict.Outcome outcome(Conversation asked, Answer answer, boolean probed) {
    if (isBroken(answer.egress()) || isBroken(answer.ingress())) {
      return Verdict.Outcome.BROKEN;
    }
    boolean mustKnow = answer.egress().auth().isPresent() || answer.ingress().auth().isPresent();
    if (!answer.allowed() || (mustKnow && !asked.authenticated()) || !probed) {
      return Verdict.Outcome.REFUSED;
    }
    Set<String> strange = strange(asked, answer);
    if (strange.isEmpty()) {
      return Verdict.Outcome.PERMITTED;
    }
    boolean dns = strange.equals(Set.of("dns")) && dnsPorts.contains(asked.what().number());
    return dns ? Verdict.Outcome.ONLY_DNS : Verdict.Outcome.ONLY_HTTP;
  }

  private static boolean isBroken(Answer.End end) {
    return end.verdict() == Answer.Verdict.ERROR;
  }

  // The proxies on the way that are none for what passes.
  private static Set<String> strange(Conversation asked, Answer answer) {
    Set<String> proxies = new TreeSet<>();
    answer.egress().redirect().ifPresent(proxies::add);
    answer.ingress().redirect().ifPresent(proxies::add);
    switch (asked.what()) {
      case What.Http _ -> proxies.removeAll(Set.of("http", "tls"));
      case What.Tls _ -> proxies.remove("tls");
      case What.Dns _ -> proxies.remove("dns");
      case What.Opaque _, What.Icmp _ -> {}
    }
    return proxies;
  }

  // Whether the proxies let through what no sentence can have in mind, by place in `asked`.
  private Map<Integer, Boolean> probe(List<Conversation> asked, List<Answer> first) {
    Map<Integer, Boolean> passed = new TreeMap<>();
    for (int i = 0; i < asked.size(); i++) {
      if (first.get(i).allowed()) {
        for (String proxy : strange(asked.get(i), first.get(i))) {
          What what = proxy.equals("dns") ? query(asked.get(i)) : request(asked.get(i));
          boolean ok = answers(List.of(asked.get(i)), _ -> what).getFirst().allowed();
          passed.merge(i, ok, Boolean::logicalAnd);
        }
      }
    }
    return passed;
  }

  private static What query(Conversation asked) {
    Protocol protocol = asked.what().carrier().orElse(Protocol.UDP);
    return new What.Dns(protocol, asked.what().number(), "no.sentence.invalid");
  }

  private static What request(Conversation asked) {
    return new What.Http(
        asked.what().number(), "PROBE", "/no/sentence?", "no.sentence.invalid", new TreeMap<>());
  }

  // The engine takes questions of one kind at a time, so they are sorted first.
  private List<Answer> answers(List<Conversation> asked, Function<Conversation, What> what) {
    var questions = asked.stream().map(one -> stage.question(one, what.apply(one))).toList();
    List<Integer> order =
        IntStream.range(0, questions.size())
            .boxed()
            .sorted(Comparator.comparing(i -> questions.get(i).op()))
            .toList();
    List<Answer> sorted = oracle.answers(stage.id(), order.stream().map(questions::get).toList());
    Answer[] answers = new Answer[questions.size()];
    for (int i = 0; i < answers.length; i++) {
      Conversation one = asked.get(order.get(i));
      answers[order.get(i)] = sorted.get(i).at(isPod(one.sender()), isPod(one.receiver()));
    }
    return Stream.of(answers).toList();
  }

  // What Cilium does at other ends is not what the input says: a pod whose labels are not known yet
  // may send nothing, whatever the policies are.
  private static boolean isPod(Actor end) {
    return end instanceof Actor.Pod;
  }

  /// The decisions at both ends, with the policies that make them.
  String explain(Conversation asked) {
    return oracle.explain(stage.id(), stage.question(asked, asked.what())).toString();
  }
}
