package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.tests.gen.Dice;
import io.policyc.tests.peers.EnvoyRule.Exact;
import io.policyc.tests.peers.EnvoyRule.Matcher;
import io.policyc.tests.peers.EnvoyRule.Present;
import io.policyc.tests.peers.EnvoyRule.Regex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Envoy accepts every HTTP rule of goldens, examples and made-up inputs within its default limit,
/// and reads it as RE2/J does; the comparison with Cilium reads the same rules with Go's `regexp`.
@RequiresEngine({Engine.ENVOY_1_36, Engine.ENVOY_1_40})
class EnvoyDocumentsTest {
  private static final long SEED = 20_260_803L;
  private static final int INPUTS = 400;
  private static final int REQUESTS = 40;

  @ParameterizedTest
  @EnumSource(names = {"ENVOY_1_36", "ENVOY_1_40"})
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void rulesAreAcceptedAndReadAlike(Engine engine) throws IOException {
    long seed = Dice.seed(SEED);
    List<HttpRule> rules = new HttpRules().addCheckedIn().addGenerated(seed, INPUTS).all();
    Dice dice = new Dice(seed);
    List<EnvoyRequest> requests = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      for (int n = 0; n < REQUESTS; n++) {
        HttpRule near = dice.chance(80) ? rules.get(i) : dice.pick(rules);
        requests.add(request(dice, i, near));
      }
    }
    List<List<EnvoyRule>> policies = rules.stream().map(r -> List.of(rule(r))).toList();
    int allowed = 0;
    List<String> wrong = new ArrayList<>();
    try (EnvoyOracle envoy = EnvoyOracle.start(engine, policies)) {
      List<Boolean> answers = envoy.allows(requests);
      for (int i = 0; i < requests.size(); i++) {
        HttpRule rule = rules.get(requests.get(i).policy());
        boolean expected = allows(rule, requests.get(i));
        allowed += expected ? 1 : 0;
        if (expected != answers.get(i)) {
          wrong.add(rule + " " + requests.get(i) + ": Envoy says " + answers.get(i));
        }
      }
    }
    int refused = requests.size() - allowed;
    System.out.printf(
        "%s: %d HTTP rules, %d requests allowed, %d refused%n",
        engine, rules.size(), allowed, refused);
    assertEquals(List.of(), wrong);
    assertTrue(rules.size() > 100, "only " + rules.size() + " rules");
    assertTrue(Math.min(allowed, refused) * 5 >= requests.size(), "one side under 20 %");
  }

  private static EnvoyRule rule(HttpRule rule) {
    Map<String, Matcher> headers = new TreeMap<>();
    rule.path().ifPresent(path -> headers.put(":path", new Regex(path)));
    rule.method().ifPresent(method -> headers.put(":method", new Regex(method)));
    rule.host().ifPresent(host -> headers.put(":authority", new Regex(host)));
    for (Map.Entry<String, Optional<String>> header : headers(rule).entrySet()) {
      Matcher matcher = header.getValue().<Matcher>map(Exact::new).orElseGet(Present::new);
      headers.put(header.getKey(), matcher);
    }
    return new EnvoyRule(headers);
  }

  /// `Name: value` or `Name`, in lower case.
  private static Map<String, Optional<String>> headers(HttpRule rule) {
    Map<String, Optional<String>> headers = new TreeMap<>();
    for (String line : rule.headers()) {
      int colon = line.indexOf(": ");
      headers.put(
          (colon < 0 ? line : line.substring(0, colon)).toLowerCase(Locale.ROOT),
          colon < 0 ? Optional.empty() : Optional.of(line.substring(colon + 2)));
    }
    rule.headerMatches().forEach(match -> headers.put(match.name(), match.value()));
    return headers;
  }

  private static boolean allows(HttpRule rule, EnvoyRequest request) {
    return matches(rule.path(), request.path())
        && matches(rule.method(), request.method())
        && matches(rule.host(), request.host())
        && headers(rule).entrySet().stream().allMatch(header -> carries(request, header));
  }

  private static boolean matches(Optional<String> expression, String value) {
    return expression.map(e -> Pattern.compile(e).matches(value)).orElse(true);
  }

  private static boolean carries(EnvoyRequest request, Map.Entry<String, Optional<String>> header) {
    Optional<String> sent = Optional.ofNullable(request.headers().get(header.getKey()));
    return sent.map(value -> header.getValue().map(value::equals).orElse(true)).orElse(false);
  }

  private static EnvoyRequest request(Dice dice, int policy, HttpRule near) {
    Map<String, String> headers = new TreeMap<>();
    headers(near)
        .forEach(
            (name, value) -> {
              if (dice.chance(90)) {
                headers.put(name, dice.chance(90) ? value.orElse("x") : "other");
              }
            });
    String method = near.method().orElse("GET");
    return new EnvoyRequest(
        policy,
        dice.chance(90) ? dice.pick(List.of(method.split("\\|"))) : "DELETE",
        path(dice, near.path().orElse("/x")),
        near.host().map(host -> host(dice, host)).orElse("example"),
        headers);
  }

  /// A path near an expression that policyc wrote: its parts replaced by what they match, or not.
  private static String path(Dice dice, String expression) {
    String path =
        expression
            .replace("^", "")
            .replace("[^/?]+", dice.one("x", "a.b"))
            .replace("[^/?]*", dice.one("x", "y-z"))
            .replace("[!-.0->@-~]+", "q")
            .replace("[!-.0->@-~]*", "q")
            .replace("[a-z0-9]+(-[a-z0-9]+)*", dice.one("slug", "a-b", "A-b"))
            .replace(
                "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                dice.one("01234567-89ab-cdef-0123-456789ABCDEF", "0123"))
            .replace("[0-9]+", dice.one("7", "12", "1x"))
            .replace("(\\?.*)?", dice.one("", "", "?a=b"))
            .replace("([/?].*)?", dice.one("", "/", "/x/y", "?q", "x"))
            .replace("(/[^?]*)?", dice.one("", "/x/y", "?q"))
            .replace("[^?]*", dice.one("", "x", "?q"))
            .replace(".*", dice.one("x", "x?y"))
            .replace("\\", "");
    String changed =
        dice.chance(75) ? path : dice.one(path + "x", path + "/x", path + "?z", "/other");
    boolean sendable =
        changed.startsWith("/") && changed.chars().allMatch(c -> c > ' ' && c <= '~');
    return sendable && PathDice.arrivesAsSent(changed) ? changed : "/other";
  }

  private static String host(Dice dice, String expression) {
    String host =
        expression
            .replace("^", "")
            .replace("[-a-z0-9_.]*", dice.one("a.b", "c"))
            .replace("[-a-z0-9_]*", dice.one("d", "e"))
            .replace("(:[0-9]+)?", dice.one("", ":80"))
            .replace("\\", "");
    return dice.chance(85) ? host : dice.one("x" + host, "other");
  }
}
