package io.policyc.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `policyc check` says of the manifests of an example what its `check.txt` holds.
///
/// `-Dgolden=update` writes it and fails: read the difference, run again.
class CheckedExamplesTest {
  static List<String> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Run.root().resolve("examples"))) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("manifests")))
          .map(folder -> "examples/" + folder.getFileName())
          .sorted()
          .toList();
    }
  }

  @Test
  void someHaveManifests() throws IOException {
    assertEquals("examples/quickstart", examples().getLast());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isWhatCheckSays(String example) throws IOException {
    Run run = Run.of("", "check", example + "/manifests", "--policy", example);
    Path expected = Run.root().resolve(example).resolve("check.txt");
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(expected, run.out() + run.err());
    }
    assertFalse("update".equals(System.getProperty("golden")), "written: read the difference");
    assertEquals(Files.readString(expected), run.out() + run.err());
  }
}
