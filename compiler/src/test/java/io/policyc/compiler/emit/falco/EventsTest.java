package io.policyc.compiler.emit.falco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.evaluate.Evaluator;
import io.policyc.compiler.falco.evaluate.FalcoEvent;
import io.policyc.compiler.falco.evaluate.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Emitted rules fire on what the sentences say, and stay silent one change away.
final class EventsTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/io/policyc/compiler/emit/falco/events");

  record File(String name, EventTable table) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<File> files() throws IOException {
    List<File> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(FOLDER)) {
      for (Path path : paths.sorted().toList()) {
        String name = path.getFileName().toString();
        files.add(new File(name, EventTable.read(name, Files.readString(path))));
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void firesWhereSaid(File file) {
    FalcoRules rules = new Example(file.name(), file.table().policy()).rules();
    List<String> wrong = new ArrayList<>();
    for (EventTable.Line line : file.table().lines()) {
      List<String> fired = fired(rules, file.table().event(line));
      if (fired.isEmpty() == line.fires()) {
        wrong.add(line + ": " + (fired.isEmpty() ? "nothing fired" : fired.toString()));
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @ParameterizedTest
  @MethodSource("files")
  void triesBoth(File file) {
    List<EventTable.Line> lines = file.table().lines();
    assertTrue(lines.stream().anyMatch(EventTable.Line::fires), "nothing fires");
    assertTrue(lines.stream().anyMatch(line -> !line.fires()), "nothing is silent");
  }

  @Test
  void everyFormIsTried() throws IOException {
    Set<Behaviours.Kind> tried = EnumSet.noneOf(Behaviours.Kind.class);
    for (File file : files()) {
      for (FalcoRule rule : new Example(file.name(), file.table().policy()).rules().rules()) {
        for (Behaviours.Kind kind : Behaviours.Kind.values()) {
          if (rule.output().contains(Behaviours.words(kind))) {
            tried.add(kind);
          }
        }
      }
    }
    assertEquals(EnumSet.allOf(Behaviours.Kind.class), tried);
  }

  private static List<String> fired(FalcoRules rules, FalcoEvent event) {
    return rules.rules().stream()
        .filter(rule -> evaluator(rule, rules).matches(event))
        .map(FalcoRule::name)
        .toList();
  }

  private static Evaluator evaluator(FalcoRule rule, FalcoRules rules) {
    Prepared prepared = Evaluator.of(rule, rules);
    assertTrue(prepared instanceof Evaluator, () -> rule.name() + ": " + prepared);
    return (Evaluator) prepared;
  }
}
