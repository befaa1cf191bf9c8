package io.policyc.compiler.falco.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The checker says of a rules file what Falco 0.44.1 said: whether it loads, the code of the first
/// error, and the codes of the warnings before it. There is no case left out.
class FalcoLoadTest {
  private static final Map<String, List<Recorded>> GROUPS =
      Recorded.load().stream()
          .collect(Collectors.groupingBy(Recorded::group, TreeMap::new, Collectors.toList()));

  static Stream<String> groups() {
    return GROUPS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void agreesWithFalco(String group) {
    String wrong =
        GROUPS.getOrDefault(group, List.of()).stream()
            .filter(one -> !one.ours().equals(one.falco()))
            .limit(10)
            .map(one -> one.id() + "\n  falco " + one.falco() + "\n  ours  " + one.ours())
            .collect(Collectors.joining("\n"));
    assertEquals("", wrong);
  }

  @Test
  void knowsEveryCase() {
    assertEquals(6466, GROUPS.values().stream().mapToInt(List::size).sum());
    assertEquals(51, GROUPS.size());
  }

  @Test
  void refusesWhatEndsFalcoLater() {
    List<JsonNode> deadly = Recorded.lines("falco-crash.jsonl");
    List<String> missed =
        deadly.stream()
            .map(node -> node.has("condition") ? node.get("condition").asString() : output(node))
            .filter(text -> !isRefused(text))
            .toList();
    assertEquals(82, deadly.size());
    assertEquals(List.of(), missed);
  }

  private static String output(JsonNode node) {
    return "evt.type = open\n  output: '" + node.get("output").asString() + "'";
  }

  private static boolean isRefused(String condition) {
    boolean whole = condition.contains("output:");
    String yaml =
        "- rule: R\n  desc: D\n  priority: INFO\n  condition: "
            + (whole ? condition : "evt.type = open and " + condition + "\n  output: O");
    List<FalcoFinding> found = FalcoChecker.check(List.of(new Source("x", yaml)), Plugins.BUNDLED);
    assertTrue(found.stream().noneMatch(f -> f.falco().filter(FalcoCode::isError).isPresent()));
    return found.stream().anyMatch(f -> f.finding().level() == Level.ERROR);
  }
}
