package io.policyc.compiler.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.found.FoundPods;
import io.policyc.compiler.found.FoundService;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.findings.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Neither the order of files nor that of sentences changes the model.
final class OrderTest {
  private static final int ORDERS = 20;

  @ParameterizedTest
  @MethodSource("io.policyc.compiler.resolve.GoldenTest#models")
  void meansTheSameInAnyOrder(String name) throws IOException {
    Case input = input(name);
    List<Unit> units = units(input);
    String expected = dump(units, input.found());
    Random random = new Random(7);
    for (int i = 0; i < ORDERS; i++) {
      assertEquals(expected, dump(shuffled(units, random), shuffled(input.found(), random)));
    }
  }

  private static Case input(String name) throws IOException {
    Path file = GoldenTest.FOLDER.resolve("model").resolve(name + ".policy");
    return Case.of(name, Files.readString(file));
  }

  private static Found shuffled(Found found, Random random) {
    List<FoundPods> pods = new ArrayList<>(found.pods());
    List<FoundService> services = new ArrayList<>(found.services());
    Collections.shuffle(pods, random);
    Collections.shuffle(services, random);
    return new Found(pods, services);
  }

  private static List<Unit> units(Case input) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < input.sources().size(); i++) {
      PolicyFile file = PolicyParser.parse(input.sources().get(i)).value();
      units.add(new Unit(file, input.foreign().get(i)));
    }
    return units;
  }

  private static String dump(List<Unit> units, Found found) {
    LocalDate today = LocalDate.of(2026, 6, 1);
    Checked<Model> resolved = Resolver.resolve(units, Settings.DEFAULT, today, found);
    assertFalse(resolved.hasErrors());
    return ModelDump.of(resolved.value(), false);
  }

  private static List<Unit> shuffled(List<Unit> units, Random random) {
    List<Unit> shuffled = new ArrayList<>();
    for (Unit unit : units) {
      List<Statement> statements = shuffledSections(unit.file().statements(), random);
      PolicyFile file = new PolicyFile(unit.file().source(), statements, List.of(), List.of());
      shuffled.add(new Unit(file, unit.foreign()));
    }
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  // What stands below one `namespace` line stays below it; what stands above the first stays first.
  private static List<Statement> shuffledSections(List<Statement> statements, Random random) {
    List<List<Statement>> sections = new ArrayList<>();
    sections.add(new ArrayList<>());
    for (Statement statement : statements) {
      if (statement instanceof Statement.Header) {
        sections.add(new ArrayList<>());
      }
      sections.getLast().add(statement);
    }
    sections.forEach(section -> shuffleBelow(section, random));
    List<List<Statement>> below = sections.subList(1, sections.size());
    Collections.shuffle(below, random);
    return sections.stream().flatMap(List::stream).toList();
  }

  private static void shuffleBelow(List<Statement> section, Random random) {
    boolean header = !section.isEmpty() && section.getFirst() instanceof Statement.Header;
    Collections.shuffle(section.subList(header ? 1 : 0, section.size()), random);
  }
}
