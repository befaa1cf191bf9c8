package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Input that is no manifest gets a clear answer, and never the answer that all is well.
class CheckBadInputTest {
  @TempDir Path temp = Path.of("unset");

  private static Arguments row(String name, int status, String says, String text) {
    return Arguments.of(name, status, says, text);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        row("broken", 1, "x.yaml:4:1", "apiVersion: v1\nkind: Pod\nspec: [\n"),
        row("tab", 1, "x.yaml:2:1", "a:\n\tb: c\n"),
        row("broken json", 1, "x.yaml:1:16", "{\"kind\": \"Pod\" \"a\": 1}"),
        row("binary", 2, "is no text in UTF-8", "\u007fELF\0\0"),
        row("empty", 0, "holds no object", ""),
        row("only comments", 0, "holds no object", "# nothing\n---\n# here\n"),
        row("a scalar", 1, "so it is no Kubernetes object", "hello\n"),
        row("a list", 1, "so it is no Kubernetes object", "- apiVersion: v1\n  kind: Pod\n"),
        row("no kind", 1, "this has no `kind`", "apiVersion: v1\nmetadata: {name: a}\n"),
        row("a kind of another type", 1, "`kind` takes a string", "apiVersion: v1\nkind: 1\n"),
        row("a template", 1, "template", "kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n"),
        row("a wrong type", 1, "takes a boolean", pod("hostNetwork: \"true\"")),
        row("an unknown field", 0, "did you mean `hostNetwork`?", pod("HostNetwork: true")),
        row("aliases of aliases", 1, "aliases", bomb()),
        row("an alias to itself", 1, "contains itself", "a: &a\n  b: *a\n"),
        row("deep", 1, "nested", "a: " + "[".repeat(20_000) + "]".repeat(20_000) + "\n"),
        row("a name twice", 1, "PC1006", pod("hostPID: false\n  hostPID: true")));
  }

  // Neither clean nor refused but for what is added.
  private static String pod(String field) {
    return CheckTest.GOOD.replace("spec:\n", "spec:\n  " + field + "\n");
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String one = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " [" + (one + ", ").repeat(9) + one + "]\n");
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void isToldClearly(String name, int status, String says, String text) throws IOException {
    Files.writeString(temp.resolve("x.yaml"), text);
    Run run = Run.in(temp).policyc("check", "x.yaml");
    assertEquals(status, run.status(), run::toString);
    assertTrue(run.out().contains(says), run::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void theRestIsStillChecked(String name, int status, String says, String text) throws IOException {
    Files.writeString(temp.resolve("x.yaml"), text);
    Files.writeString(temp.resolve("y.yaml"), CheckTest.BAD);
    Run run = Run.in(temp).policyc("check", "x.yaml", "y.yaml");
    assertEquals(Math.max(1, status), run.status(), run::toString);
    assertTrue(run.out().contains("Pod/bad in default  (y.yaml:1)"), run::toString);
  }

  @Test
  void otherDocumentsOfABrokenFileAreChecked() throws IOException {
    Files.writeString(temp.resolve("x.yaml"), "a: [\n---\n" + CheckTest.BAD + "---\n}\n");
    Run run = Run.in(temp).policyc("check", "x.yaml");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("Pod/bad in default  (x.yaml:3)"), run::toString);
    assertTrue(run.out().contains("x.yaml:21:1"), run::toString);
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(temp.resolve("x.yaml").toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    Run run = Run.in(temp).policyc("check", ".");
    assertEquals(2, run.status());
    assertTrue(run.out().contains("`x.yaml` is larger than 32 MiB"), run::toString);
  }

  @Test
  void tooMuchInAllIsNotJudgedAtAll() throws IOException {
    byte[] comments =
        ("#" + "x".repeat(62) + "\n").repeat(30 << 14).getBytes(StandardCharsets.UTF_8);
    Files.writeString(temp.resolve("a.yaml"), CheckTest.GOOD);
    for (int i = 0; i < 9; i++) {
      Files.write(temp.resolve(i + ".yaml"), comments);
    }
    Run run = Run.in(temp).policyc("check", ".");
    assertEquals(2, run.status());
    assertTrue(run.out().contains("larger than 256 MiB in all"), run::toString);
    assertTrue(run.err().contains("no object was checked"), run::toString);
  }

  @Test
  void anUnreadableNameIsTold() {
    assertEquals(2, Run.in(temp).policyc("check", "a\0b").status());
    assertEquals(2, Run.in(temp).policyc("check", "").status());
  }
}
