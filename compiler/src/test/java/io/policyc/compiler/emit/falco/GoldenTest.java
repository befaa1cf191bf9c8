package io.policyc.compiler.emit.falco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.policyc.compiler.emit.Document;
import io.policyc.findings.Checked;
import io.policyc.findings.render.TextRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `x.policy` beside `x.falco.yaml`, `x.diagnostics` or both; `-Dgolden=update` writes them and
/// fails.
final class GoldenTest {
  static final Path FOLDER = Path.of("src/test/resources/io/policyc/compiler/emit/falco");

  private static final String INPUT = ".policy";
  private static final String OUTPUT = ".falco.yaml";
  private static final String FOUND = ".diagnostics";

  @ParameterizedTest
  @MethodSource("names")
  void writes(String name) throws IOException {
    Checked<List<Document>> emitted = example(name).emit();
    String found = new TextRenderer(false).render(emitted.findings());
    compare(FOLDER.resolve(name + OUTPUT), emitted.hasErrors() ? "" : text(emitted.value()));
    compare(FOLDER.resolve(name + FOUND), emitted.findings().isEmpty() ? "" : found);
  }

  /// Falco would load it without an error and without a warning, and it reads as what was meant.
  @ParameterizedTest
  @MethodSource("names")
  void isWhatFalcoLoads(String name) throws IOException {
    assertEquals(List.of(), example(name).verify());
  }

  @Test
  void hasNoOrphans() throws IOException {
    TreeSet<String> made = new TreeSet<>(names(OUTPUT));
    made.addAll(names(FOUND));
    assertEquals(made, new TreeSet<>(names()));
    assertTrue(made.size() > 20, "only " + made);
  }

  static List<String> names() throws IOException {
    return names(INPUT);
  }

  static Example example(String name) throws IOException {
    return new Example(name + INPUT, Files.readString(FOLDER.resolve(name + INPUT)));
  }

  private static List<String> names(String ending) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }

  private static String text(List<Document> documents) {
    return documents.stream()
        .map(document -> "# " + document.path() + "\n" + document.text())
        .collect(Collectors.joining("---\n"));
  }

  private static void compare(Path golden, String text) throws IOException {
    String there = Files.exists(golden) ? Files.readString(golden) : "";
    if ("update".equals(System.getProperty("golden")) && !there.equals(text)) {
      if (text.isEmpty()) {
        Files.delete(golden);
      } else {
        Files.writeString(golden, text);
      }
      fail("wrote " + golden.getFileName() + ": read the difference, run again");
    }
    assertEquals(there, text);
  }
}
