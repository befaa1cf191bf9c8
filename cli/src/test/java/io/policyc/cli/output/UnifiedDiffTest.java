package io.policyc.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {
  @Test
  void saysNothingAboutEqualTexts() {
    assertEquals("", UnifiedDiff.of("a", "x\n", "x\n"));
  }

  @Test
  void showsAChangeWithItsSurroundings() {
    assertEquals(
        """
        --- a
        +++ a
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        """,
        UnifiedDiff.of("a", numbers(1, 10), numbers(1, 10).replace("5", "five")));
  }

  @Test
  void separatesDistantChangesAndJoinsNearOnes() {
    String before = numbers(1, 30);
    String far = before.replace("\n3\n", "\n3!\n").replace("\n20\n", "\n20!\n");
    String near = before.replace("\n3\n", "\n3!\n").replace("\n9\n", "\n9!\n");
    assertEquals(2, hunks(UnifiedDiff.of("a", before, far)));
    assertEquals(1, hunks(UnifiedDiff.of("a", before, near)));
  }

  @Test
  void showsNewAndRemovedFiles() {
    assertEquals(
        "--- /dev/null\n+++ a\n@@ -0,0 +1,2 @@\n+1\n+2\n", UnifiedDiff.of("a", "", numbers(1, 2)));
    assertEquals("--- a\n+++ /dev/null\n@@ -1 +0,0 @@\n-1\n", UnifiedDiff.of("a", "1\n", ""));
  }

  @Test
  void showsTheEndsOfLines() {
    assertEquals(
        """
        --- a
        +++ a
        @@ -1,2 +1,2 @@
         1
        -2
        \\ No newline at end of file
        +2
        """,
        UnifiedDiff.of("a", "1\n2", "1\n2\n"));
    assertEquals(
        """
        a: lines end in a carriage return
        --- a
        +++ a
        @@ -1 +1 @@
        -1R
        +1
        """
            .replace("R", "\r"),
        UnifiedDiff.of("a", "1\r\n", "1\n"));
    assertEquals(
        "--- a\n+++ a\n@@ -1 +1 @@\n-1\\u{d}\n\\ No newline at end of file\n+1\n",
        UnifiedDiff.of("a", "1\r", "1\n"));
  }

  @Test
  void staysQuickForTextsWithNothingInCommon() {
    String before = numbers(1, 20_000);
    String after = numbers(100_001, 120_000);
    assertEquals(40_003, UnifiedDiff.of("a", before, after).lines().count());
  }

  /// The other road to the same answer: `patch` applies what we print.
  @Test
  void isWhatPatchReads(@TempDir Path folder) throws IOException, InterruptedException {
    Assumptions.assumeTrue(hasPatch(), "the program `patch` is not there");
    Random random = new Random(20261124);
    for (int round = 0; round < 120; round++) {
      String before = ends(random, text(random));
      String after = ends(random, text(random));
      Files.writeString(folder.resolve("a"), before);
      Files.writeString(folder.resolve("d"), UnifiedDiff.of("a", before, after));
      Process patch =
          new ProcessBuilder("patch", "-s", "-p0", "a", "d")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said =
          new String(
              patch.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertEquals(0, patch.waitFor(), said);
      assertEquals(after, Files.readString(folder.resolve("a")));
    }
  }

  private static boolean hasPatch() throws InterruptedException {
    try {
      return new ProcessBuilder("patch", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  // One in three with carriage returns, one in three without the last end of a line.
  private static String ends(Random random, String text) {
    String ended = random.nextInt(3) == 0 ? text.replace("\n", "\r\n") : text;
    return random.nextInt(3) == 0 ? ended.stripTrailing() : ended;
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(60), 0, 8)
        .mapToObj(n -> n + "\n")
        .collect(Collectors.joining());
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(n -> n + "\n").collect(Collectors.joining());
  }

  private static long hunks(String diff) {
    assertTrue(diff.startsWith("--- a\n+++ a\n"), diff);
    return diff.lines().filter(line -> line.startsWith("@@")).count();
  }
}
