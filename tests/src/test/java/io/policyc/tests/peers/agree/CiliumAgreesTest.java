package io.policyc.tests.peers.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.tests.gen.Dice;
import io.policyc.tests.gen.GenInput;
import io.policyc.tests.peers.CiliumOracle;
import io.policyc.tests.peers.Engine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What Cilium's engine does under the emitted policies is what the sentences say.
///
/// `-Dconversations=N` asks more, `-Dseed=random` asks others.
@Tag("peers")
class CiliumAgreesTest {
  private static final long SEED = 20_260_729;
  private static final int CONVERSATIONS = 100_000;
  private static final int PER_INPUT = 50;
  // Enough to see a pattern; each is made small, which takes a while.
  private static final int REPORTS = Integer.getInteger("reports", 5);

  @Test
  void theEngineAndTheSentencesAgree() {
    long seed = Dice.seed(SEED);
    int wanted = Integer.getInteger("conversations", CONVERSATIONS);
    Tally tally = new Tally();
    List<String> disagreements = new ArrayList<>();
    try (CiliumOracle oracle = CiliumOracle.start(Engine.CILIUM)) {
      while (tally.conversations() < wanted && disagreements.size() < REPORTS) {
        disagreements.addAll(compare(oracle, seed++, tally));
      }
    }
    System.out.println(tally);
    disagreements.forEach(report -> System.out.println("==== " + report));
    assertEquals(0, disagreements.size(), () -> disagreements.getFirst());
    assertTrue(tally.refusedPercent() < 15, () -> "too many sentences were refused: " + tally);
    assertEquals(List.of(), tally.thin(wanted / 1000));
  }

  static List<String> compare(CiliumOracle oracle, long seed, Tally tally) {
    try {
      return compareOne(oracle, seed, tally);
    } catch (RuntimeException fault) {
      throw new IllegalStateException(seed + "\n" + GenInput.of(seed).text(), fault);
    }
  }

  private static List<String> compareOne(CiliumOracle oracle, long seed, Tally tally) {
    Case one = Case.of(oracle, seed);
    List<String> codes =
        one.compiled().refused().stream().map(refused -> refused.finding().rule()).toList();
    tally.input(one.compiled().input().lines().size(), codes);
    return one.compare(PER_INPUT, tally);
  }
}
