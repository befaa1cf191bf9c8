package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.regex.PathPattern;
import io.policyc.compiler.regex.PathRegex;
import io.policyc.tests.gen.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every expression that a path becomes is accepted by Envoy within its default limit, and allows
/// what the text of the path says.
@RequiresEngine({Engine.ENVOY_1_36, Engine.ENVOY_1_40})
class EnvoyRegexTest {
  private static final long SEED = 20_260_801L;
  private static final int PATTERNS = 2_500;
  private static final int REQUESTS = 24;

  /// A pattern with what it became.
  private record Written(String pattern, boolean query, List<String> expressions) {}

  @ParameterizedTest
  @EnumSource(names = {"ENVOY_1_36", "ENVOY_1_40"})
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void pathsMeanWhatTheySay(Engine engine) {
    Dice dice = new Dice(Dice.seed(SEED));
    PathDice paths = new PathDice(dice);
    List<Written> written = new ArrayList<>();
    int tooLarge = 0;
    while (written.size() < PATTERNS) {
      String text = paths.pattern();
      boolean query = dice.chance(60);
      switch (PathRegex.of(pattern(text), query)) {
        case PathRegex.Expressions(var all) -> written.add(new Written(text, query, all));
        case PathRegex.TooLarge _ -> tooLarge++;
      }
    }
    List<EnvoyRequest> requests = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      for (int n = 0; n < REQUESTS; n++) {
        requests.add(EnvoyRequest.get(i, paths.request(written.get(i).pattern())));
      }
    }
    compare(engine, written, requests, tooLarge);
  }

  private static PathPattern pattern(String text) {
    return assertInstanceOf(PathPattern.Parsed.class, PathPattern.parse(text), text).pattern();
  }

  private static void compare(
      Engine engine, List<Written> written, List<EnvoyRequest> requests, int tooLarge) {
    List<List<EnvoyRule>> policies =
        written.stream().map(w -> w.expressions().stream().map(EnvoyRule::path).toList()).toList();
    List<String> wrong = new ArrayList<>();
    int allowed = 0;
    try (EnvoyOracle envoy = EnvoyOracle.start(engine, policies)) {
      List<Boolean> answers = envoy.allows(requests);
      for (int i = 0; i < requests.size(); i++) {
        EnvoyRequest request = requests.get(i);
        Written policy = written.get(request.policy());
        boolean expected = NaivePath.matches(policy.pattern(), policy.query(), request.path());
        allowed += expected ? 1 : 0;
        if (expected != answers.get(i)) {
          wrong.add(policy + " " + request.path() + ": Envoy says " + answers.get(i));
        }
      }
    }
    report(engine, written, requests.size(), allowed, tooLarge);
    assertEquals(List.of(), wrong);
  }

  private static void report(
      Engine engine, List<Written> written, int requests, int allowed, int tooLarge) {
    long anchored =
        written.stream().filter(w -> w.expressions().getFirst().startsWith("^")).count();
    long split = written.stream().filter(w -> w.expressions().size() > 1).count();
    System.out.printf(
        "%s: %d paths (%d anchored, %d split, %d more too large), %d requests allowed, %d refused%n",
        engine, written.size(), anchored, split, tooLarge, allowed, requests - allowed);
    assertTrue(Math.min(allowed, requests - allowed) * 5 >= requests, "one side under 20 %");
  }
}
