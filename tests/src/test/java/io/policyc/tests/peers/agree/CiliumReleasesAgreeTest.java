package io.policyc.tests.peers.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.tests.gen.Dice;
import io.policyc.tests.gen.GenInput;
import io.policyc.tests.peers.CiliumOracle;
import io.policyc.tests.peers.Engine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the older engines do under policies that are aimed at them is what the sentences say, too.
///
/// A smaller share than [CiliumAgreesTest]'s, which counts the forms. `-Dolder=N` makes up more
/// inputs.
@Tag("peers")
class CiliumReleasesAgreeTest {
  private static final long SEED = 20_261_101;
  private static final int INPUTS = 300;
  private static final int PER_INPUT = 50;
  private static final int REPORTS = Integer.getInteger("reports", 5);

  @ParameterizedTest
  @EnumSource(
      value = CiliumVersion.class,
      names = {"V1_18", "V1_19"})
  void theEngineAimedAtAndTheSentencesAgree(CiliumVersion version) {
    long seed = Dice.seed(SEED);
    int inputs = Integer.getInteger("older", INPUTS);
    Tally tally = new Tally();
    List<String> disagreements = new ArrayList<>();
    try (CiliumOracle oracle = CiliumOracle.start(engine(version))) {
      for (int made = 0; made < inputs && disagreements.size() < REPORTS; seed++) {
        if (GenInput.of(seed).settings().cilium().version() == version) {
          disagreements.addAll(CiliumAgreesTest.compare(oracle, seed, tally));
          made++;
        }
      }
      System.out.println("Cilium " + oracle.version() + ": " + tally);
    }
    disagreements.forEach(report -> System.out.println("==== " + report));
    assertEquals(0, disagreements.size(), () -> disagreements.getFirst());
    assertEquals(inputs * PER_INPUT, tally.conversations());
  }

  private static Engine engine(CiliumVersion version) {
    return switch (version) {
      case V1_18 -> Engine.CILIUM_1_18;
      case V1_19 -> Engine.CILIUM_1_19;
      case V1_20 -> Engine.CILIUM;
    };
  }
}
