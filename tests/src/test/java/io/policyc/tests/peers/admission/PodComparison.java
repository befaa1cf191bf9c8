package io.policyc.tests.peers.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.policies.admission.LevelVersion;
import io.policyc.policies.admission.Pod;
import io.policyc.policies.admission.PodSecurity;
import io.policyc.policies.admission.Violation;
import io.policyc.tests.peers.PodSecurityOracle;
import io.policyc.tests.peers.PodSecurityOracle.Failed;
import io.policyc.tests.peers.PodSecurityOracle.Held;
import io.policyc.tests.peers.PodSecurityOracle.Judged;
import io.policyc.tests.peers.PodSecurityOracle.Question;
import io.policyc.tests.peers.PodSecurityOracle.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The same pods judged by both.
final class PodComparison {
  private PodComparison() {}

  /// Compares, and fails at the smallest pod that they disagree about.
  ///
  /// @return how many verdicts were compared
  static int of(PodSecurityOracle oracle, List<Question> questions, PodTally tally) {
    List<Verdict> theirs = oracle.judge(questions);
    IntStream.range(0, questions.size())
        .boxed()
        .filter(i -> !ours(questions.get(i)).equals(theirs.get(i)))
        .min(Comparator.comparingInt(i -> questions.get(i).pod().toString().length()))
        .ifPresent(i -> disagree(questions.get(i), theirs.get(i)));
    int compared = 0;
    for (int i = 0; i < questions.size(); i++) {
      compared += count(questions.get(i), theirs.get(i), tally);
    }
    return compared;
  }

  private static void disagree(Question question, Verdict theirs) {
    assertEquals(Optional.empty(), theirs.invalid(), question.pod().toString());
    Verdict ours = ours(question);
    for (int i = 0; i < question.by().size(); i++) {
      assertEquals(
          theirs.by().get(i), ours.by().get(i), question.by().get(i) + "\n" + question.pod());
    }
  }

  private static int count(Question question, Verdict verdict, PodTally tally) {
    for (int i = 0; i < question.by().size(); i++) {
      Held held = question.by().get(i);
      tally.add(verdict.by().get(i), Policies.cluster(held).checks(Policies.policy(held)));
    }
    return question.by().size();
  }

  private static Verdict ours(Question question) {
    Pod pod = Pod.of(JsonValues.place(question.pod()));
    return new Verdict(
        Optional.empty(), question.by().stream().map(held -> judged(held, pod)).toList());
  }

  private static Judged judged(Held held, Pod pod) {
    LevelVersion policy = Policies.policy(held);
    List<Violation> violations = Policies.cluster(held).evaluate(policy, pod);
    String head = PodSecurity.message(policy, List.of());
    return new Judged(
        violations.isEmpty(),
        PodSecurity.message(policy, violations).substring(head.length()),
        violations.stream().map(v -> new Failed(v.check(), v.reason(), v.detail())).toList());
  }
}
