package io.policyc.compiler.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.policyc.compiler.model.Model;
import io.policyc.findings.Checked;
import io.policyc.findings.render.TextRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `x.policy` beside `x.diagnostics` or `x.model`; `-Dgolden=update` writes them and fails.
final class GoldenTest {
  static final Path FOLDER = Path.of("src/test/resources/io/policyc/compiler/resolve");

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhatIsWrong(String name) throws IOException {
    Path policy = FOLDER.resolve("diagnostics").resolve(name + ".policy");
    Checked<Model> resolved = Case.of(name + ".policy", Files.readString(policy)).resolve();

    assertFalse(resolved.findings().isEmpty(), "nothing is wrong here");
    compare(
        policy.resolveSibling(name + ".diagnostics"),
        new TextRenderer(false).render(resolved.findings()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void saysWhatIsMeant(String name) throws IOException {
    Path policy = FOLDER.resolve("model").resolve(name + ".policy");
    Checked<Model> resolved = Case.of(name + ".policy", Files.readString(policy)).resolve();

    assertFalse(resolved.hasErrors(), () -> new TextRenderer(false).render(resolved.findings()));
    compare(policy.resolveSibling(name + ".model"), ModelDump.of(resolved.value(), true));
  }

  @Test
  void hasNoOrphans() throws IOException {
    assertEquals(mistakes(), names("diagnostics", ".diagnostics"));
    assertEquals(models(), names("model", ".model"));
    assertTrue(mistakes().size() > 50 && models().size() > 5);
  }

  static List<String> mistakes() throws IOException {
    return names("diagnostics", ".policy");
  }

  static List<String> models() throws IOException {
    return names("model", ".policy");
  }

  private static List<String> names(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }

  private static void compare(Path golden, String text) throws IOException {
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(golden, text);
      fail("wrote " + golden.getFileName() + ": read the difference, run again");
    }
    assertEquals(Files.readString(golden), text);
  }
}
