package io.policyc.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example compiles without an error, and its generated files are what it compiles to.
///
/// `-Dgolden=update` writes them and fails: read the difference, run again.
class ExamplesTest {
  static List<String> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Run.root().resolve("examples"))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> "examples/" + folder.getFileName())
          .sorted()
          .toList();
    }
  }

  @Test
  void allExamplesAreThere() throws IOException {
    assertTrue(
        examples()
            .containsAll(
                List.of(
                    "examples/boutique",
                    "examples/company",
                    "examples/echo-wasm",
                    "examples/from-manifests",
                    "examples/quickstart",
                    "examples/readonly-api")),
        examples().toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isWhatItCompilesTo(String example) {
    if ("update".equals(System.getProperty("golden"))) {
      Run.of("", compile(example, "--force"));
    }
    assertFalse("update".equals(System.getProperty("golden")), "written: read the difference");
    Run run = Run.of("", compile(example, "--check", "--verify"));
    assertEquals(0, run.exit(), run::toString);
    assertEquals("", run.out(), "no difference");
  }

  // Manifests lie in a folder of their own.
  private static String[] compile(String example, String... options) {
    List<String> command = new ArrayList<>(List.of("compile", example));
    if (Files.isDirectory(Run.root().resolve(example).resolve("k8s"))) {
      command.addAll(List.of("--manifests", example + "/k8s"));
    }
    command.addAll(List.of(options));
    return command.toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isInCanonicalForm(String example) {
    Run run = Run.of("", "fmt", "--check", example);
    assertEquals(0, run.exit(), run::toString);
  }
}
