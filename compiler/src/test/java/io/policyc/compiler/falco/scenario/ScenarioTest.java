package io.policyc.compiler.falco.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.falco.evaluate.FalcoEvent;
import io.policyc.compiler.falco.evaluate.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The model gives the fields that Falco showed.
class ScenarioTest {
  /// What the model leaves out.
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "evt\\.(num|args|info|arg\\[.*|category|io_dir|is_io.*|is_syslog|buffer|buflen)"
              + "|evt\\.arg\\.cgroups|fd\\.(container.*|dev.*|ino|is_.*_layer|uid)"
              + "|proc\\.(aargs|aenv|apid|env\\[.*|fdlimit|fdopencount|is_.*_leader|loginshellid)"
              + "|proc\\.(nchilds|nthreads|.*v?p?gid.*|.*vpid|sid.*|sname)"
              + "|thread\\.(cap.*|ismain|vtid)");

  static Stream<Recording.Scenario> scenarios() {
    return Recording.scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void givesWhatFalcoShowed(Recording.Scenario scenario) {
    List<FalcoEvent> events = scenario.machine().run(scenario.actions());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Map<String, String> shown = texts(scenario.shown().get(i));
      Map<String, String> given = texts(events.get(i));
      given.keySet().retainAll(scenario.fields());
      String type = scenario.actions().get(i).type();
      for (String field : union(shown, given)) {
        String one = shown.getOrDefault(field, "nothing");
        String other = given.getOrDefault(field, "nothing");
        boolean left = type.equals("clone") && field.matches("evt\\.(raw)?arg\\..*");
        if (!left && !one.equals(other)) {
          wrong.add(i + " " + type + " " + field + ": " + other + ", not " + one);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static Iterable<String> union(Map<String, String> one, Map<String, String> other) {
    Map<String, String> both = new TreeMap<>(one);
    both.putAll(other);
    return both.keySet();
  }

  private static Map<String, String> texts(FalcoEvent event) {
    Map<String, String> texts = new TreeMap<>();
    event.values().forEach((field, value) -> texts.put(field, text(field, value)));
    texts.keySet().removeIf(field -> LEFT_OUT.matcher(field).matches());
    return texts;
  }

  private static String text(String field, Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Whole(var number) -> Long.toString(number);
      case Value.Truth(var holds) -> Boolean.toString(holds);
      case Value.Many(var items) when field.equals("fd.types") ->
          items.stream().sorted().toList().toString();
      case Value.Many(var items) -> String.join(" ", items);
    };
  }
}
