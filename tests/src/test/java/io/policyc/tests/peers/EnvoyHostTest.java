package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.regex.HostRegex;
import io.policyc.tests.gen.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every expression that a host becomes is accepted by Envoy, and allows what its text says.
@RequiresEngine({Engine.ENVOY_1_36, Engine.ENVOY_1_40})
class EnvoyHostTest {
  private static final long SEED = 20_260_802L;
  private static final int HOSTS = 400;
  private static final int REQUESTS = 20;
  private static final List<String> LABELS =
      List.of("a", "b", "api", "shop", "x-1", "under_score", "example");

  @ParameterizedTest
  @EnumSource(names = {"ENVOY_1_36", "ENVOY_1_40"})
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void hostsMeanWhatTheySay(Engine engine) {
    Dice dice = new Dice(Dice.seed(SEED));
    List<String> patterns = new ArrayList<>();
    List<EnvoyRequest> requests = new ArrayList<>();
    for (int i = 0; i < HOSTS; i++) {
      patterns.add(pattern(dice));
      for (int n = 0; n < REQUESTS; n++) {
        requests.add(new EnvoyRequest(i, "GET", "/", host(dice, patterns.get(i)), Map.of()));
      }
    }
    int allowed = 0;
    List<String> wrong = new ArrayList<>();
    try (EnvoyOracle envoy = EnvoyOracle.start(engine, policies(patterns))) {
      List<Boolean> answers = envoy.allows(requests);
      for (int i = 0; i < requests.size(); i++) {
        EnvoyRequest request = requests.get(i);
        String pattern = patterns.get(request.policy());
        boolean expected = NaiveHost.matches(pattern, request.host());
        allowed += expected ? 1 : 0;
        if (expected != answers.get(i)) {
          wrong.add(pattern + " " + request.host() + ": Envoy says " + answers.get(i));
        }
      }
    }
    int refused = requests.size() - allowed;
    System.out.printf(
        "%s: %d hosts, %d requests allowed, %d refused%n", engine, HOSTS, allowed, refused);
    assertTrue(Math.min(allowed, refused) * 5 >= requests.size(), "one side under 20 %");
    assertEquals(List.of(), wrong);
  }

  private static List<List<EnvoyRule>> policies(List<String> patterns) {
    return patterns.stream().map(EnvoyHostTest::rule).map(List::of).toList();
  }

  private static EnvoyRule rule(String pattern) {
    HostRegex.Result result = HostRegex.of(pattern);
    String expression = assertInstanceOf(HostRegex.Expression.class, result).expression();
    return new EnvoyRule(Map.of(":authority", new EnvoyRule.Regex(expression)));
  }

  private static String pattern(Dice dice) {
    List<String> labels = new ArrayList<>();
    for (int count = dice.between(1, 4); count > 0; count--) {
      String label = dice.pick(LABELS);
      labels.add(dice.pick(List.of(label, label, label, "*", label + "*", "*" + label, "**")));
    }
    if (dice.chance(5)) {
      labels.addFirst("a".repeat(63));
      labels.addFirst("b".repeat(50));
    }
    return String.join(".", labels);
  }

  private static String host(Dice dice, String pattern) {
    StringBuilder host = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      boolean across = pattern.startsWith("**", i);
      if (across) {
        i++;
        host.append(dice.pick(List.of("a", "a.b", "x-1.example.b")));
      } else if (pattern.charAt(i) == '*') {
        host.append(dice.pick(List.of("", "q", "api", "a.b")));
      } else {
        host.append(pattern.charAt(i));
      }
    }
    String name = host.isEmpty() ? "a" : host.toString();
    String changed =
        dice.pick(List.of(name, name, name, name + "x", "x." + name, name.replace('.', '-')));
    return changed + dice.pick(List.of("", "", ":80", ":8080"));
  }
}
