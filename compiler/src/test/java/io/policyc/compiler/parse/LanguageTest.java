package io.policyc.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.format.Formatter;
import io.policyc.compiler.gen.Trees;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every form of the language is read as the tree in `language/<name>.tree` and laid out as in
/// `language/<name>.formatted`; `-Dgolden=update` writes both and fails.
final class LanguageTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/io/policyc/compiler/language").toAbsolutePath();

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".policy"))
          .map(f -> f.substring(0, f.length() - ".policy".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsEveryExampleWithoutAWord(String name) throws IOException {
    Checked<PolicyFile> parsed = read(name);

    assertEquals(List.of(), parsed.findings());
    assertFalse(parsed.value().statements().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsEveryFormAsItsTree(String name) throws IOException {
    golden(name + ".tree", Trees.sentences(read(name).value()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void laysEveryFormOut(String name) throws IOException {
    golden(name + ".formatted", Formatter.format(read(name).value()));
  }

  @Test
  void noGoldenIsOrphaned() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        String name = file.toString();
        String policy = name.substring(0, name.lastIndexOf('.')) + ".policy";
        assertEquals(true, Files.exists(Path.of(policy)), name);
      }
    }
  }

  private static Checked<PolicyFile> read(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name + ".policy"));
    return PolicyParser.parse(new Source(name + ".policy", text));
  }

  private static void golden(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (System.getProperty("golden", "").equals("update")) {
      Files.writeString(file, actual);
      fail("wrote " + name + ": read the difference and run again");
    }
    assertEquals(Files.readString(file), actual);
  }
}
