package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where output cannot go: a clear error, and everything as it was.
class OutputTest {
  @TempDir Path temp = Path.of("unset");

  @BeforeEach
  void input() throws IOException {
    Files.writeString(temp.resolve("shop.policy"), CompileTest.SHOP);
    Files.writeString(temp.resolve("none.policy"), "namespace shop\n");
    Files.writeString(temp.resolve("afile"), "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          output                             | reason                                            | help
          --into out --source-map no/x.json  | `no/x.json` cannot be written: there is no folder `no` | make the folder, or name another file with `--source-map`
          --stdout --source-map no/x.json    | `no/x.json` cannot be written: there is no folder `no` | make the folder, or name another file with `--source-map`
          --stdout --source-map afile/x.json | `afile/x.json` cannot be written: a part of its name is a file | name another file with `--source-map`
          --into afile                       | `afile` cannot be written: it is no folder         | name another folder with `--into`
          --into afile/out                   | `afile/out` cannot be written: a part of its name is a file | name another folder with `--into`
          """)
  void nothingIsWritten(String output, String reason, String help) throws IOException {
    List<String> before = names();
    Run run = compile(output + " shop.policy");
    assertEquals(2, run.status());
    String said = run.out() + run.err();
    assertTrue(said.startsWith("error[PC0823]: " + reason + "\n   help: " + help + "\n"), said);
    assertTrue(run.err().endsWith("policyc: nothing written from 1 file; 1 error\n"), said);
    assertFalse(run.out().contains("kind:"), run.out());
    assertEquals(before, names());
  }

  @Test
  void aSourceMapOfDocumentsThatCouldNotBePrintedIsNone() throws IOException {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    List<String> before = names();
    String[] args = {"compile", "--stdout", "--source-map", "map.json", "shop.policy"};
    assertEquals(2, Run.in(temp).stdout(full).policyc(args).status());
    assertEquals(before, names());
  }

  @Test
  void aSourceMapMayBeTheFirstFileOfANewFolder() {
    Run run = compile("--into out --source-map out/map.json shop.policy");
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(Files.exists(temp.resolve("out/map.json")));
  }

  @Test
  void noFolderIsMadeForNothing() {
    Run run = compile("--into out none.policy");
    assertEquals(0, run.status(), run.out());
    assertEquals("policyc: 0 objects in out from 1 file\n", run.err());
    assertFalse(Files.exists(temp.resolve("out")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compile", "fmt"})
  void anEmptyNameIsAMistake(String command) {
    Run run = Run.in(temp).policyc(command, "", "shop.policy");
    assertEquals(2, run.status());
    assertEquals(
        "policyc: an argument is empty\n   help: name a file or folder, or `.` for this one\n",
        run.err());
  }

  private Run compile(String arguments) {
    return Run.in(temp).policyc(("compile " + arguments).split(" ", -1));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
