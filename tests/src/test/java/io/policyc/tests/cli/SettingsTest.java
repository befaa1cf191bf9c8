package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which `policyc.toml` holds for a run.
class SettingsTest {
  @TempDir Path temp = Path.of("unset");

  @BeforeEach
  void input() throws IOException {
    put("a/policyc.toml", "[cilium]\nversion = \"1.18\"\n");
    put("a/x.policy", CompileTest.SHOP);
    put("a/sub/x.policy", CompileTest.SHOP.replace("shop", "sub"));
    put("b/policyc.toml", "");
    put("b/y.policy", CompileTest.SHOP);
    put("none/z.policy", CompileTest.SHOP);
  }

  /// Settings that hold for a part of the input only are never taken for all of it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          inputs             | settings
          a b                | `a/policyc.toml` for `a`, `b/policyc.toml` for `b`
          b a                | `a/policyc.toml` for `a`, `b/policyc.toml` for `b`
          a none             | `a/policyc.toml` for `a`, none for `none`
          none/z.policy a/x.policy b | `a/policyc.toml` for `a/x.policy`, `b/policyc.toml` for `b`, none for `none/z.policy`
          a/*.policy none/** | `a/policyc.toml` for `a/*.policy`, none for `none/**`
          - a                | none for `-`, `a/policyc.toml` for `a`
          """)
  void differentSettingsAreRefused(String inputs, String settings) {
    Run run = Run.in(temp).policyc(("compile --stdout " + inputs).split(" ", -1));
    assertEquals(2, run.status());
    String expected =
        "error[PC0806]: the inputs have different settings: "
            + settings
            + "\n   help: compile them one by one, or put one `policyc.toml` above all of them\n";
    assertTrue(run.err().startsWith(expected), run.err());
    assertEquals("", run.out());
  }

  @ParameterizedTest
  @CsvSource({"a, 0", "a a/sub, 0", "a/x.policy a/sub/x.policy, 0", "a nothere, 2"})
  void inputsWithOneFileAreFine(String inputs, int status) {
    Run run = Run.in(temp).policyc(("compile --stdout " + inputs).split(" ", -1));
    assertEquals(status, run.status(), run.err());
    assertTrue(!run.err().contains("PC0806"), run.err());
  }

  /// The folder above has other settings, or none.
  @Test
  void settingsBelowAFolderAreNotTakenAndThatIsSaid() throws IOException {
    put("a/sub/policyc.toml", "");
    String said =
        """
        warning[PC0808]: `%s` does not count: settings are looked for upwards from what is compiled
           help: compile `%s` on its own
        """;
    assertEquals(said.formatted("a/sub/policyc.toml", "a/sub"), warning(temp, "a"));
    assertEquals(said.formatted("policyc.toml", "."), warning(temp.resolve("a/sub"), ".."));
    assertEquals(said.formatted("a/sub/policyc.toml", "a/sub"), warning(temp, temp + "/a"));
    assertEquals("", warning(temp, "a/sub"));
  }

  private static String warning(Path cwd, String input) {
    Run run = Run.in(cwd).policyc("compile", "--stdout", input);
    assertEquals(0, run.status(), run.err());
    int start = run.err().indexOf("warning[PC0808]");
    int end = run.err().indexOf("own\n", start);
    return start < 0 ? "" : run.err().substring(start, end + 4);
  }

  private void put(String name, String text) throws IOException {
    Files.createDirectories(temp.resolve(name).getParent());
    Files.writeString(temp.resolve(name), text);
  }
}
