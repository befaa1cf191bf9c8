package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FmtTest {
  private static final String UGLY = "namespace   shop\nworkload web {app: web}   # the shop\n";
  private static final String NEAT = "namespace shop\nworkload web { app: web }  # the shop\n";

  @TempDir Path temp = Path.of("unset");

  @BeforeEach
  void input() throws IOException {
    Files.writeString(temp.resolve("a.policy"), UGLY);
    Files.writeString(temp.resolve("b.policy"), NEAT);
    Files.writeString(temp.resolve("c.policy"), "web may\n");
  }

  @Test
  void printsOneFile() {
    assertEquals(new Run(0, NEAT, ""), Run.in(temp).policyc("fmt", "a.policy"));
    assertEquals(new Run(0, NEAT, ""), Run.in(temp).stdin(UGLY).policyc("fmt", "-"));
  }

  @Test
  void checksWithoutChanging() throws IOException {
    Run run = Run.in(temp).policyc("fmt", "--check", "a.policy", "b.policy");
    assertEquals(1, run.status());
    assertEquals("policyc: 1 of 2 files would change\n", run.err());
    assertTrue(run.out().startsWith("--- a.policy\n+++ a.policy\n@@ -1,2 +1,2 @@\n"), run.out());
    assertEquals(UGLY, Files.readString(temp.resolve("a.policy")));
    assertEquals(0, Run.in(temp).policyc("fmt", "--check", "b.policy").status());
  }

  @Test
  void changesFilesAndKeepsTheirRightsAndLinks() throws IOException {
    Path file = temp.resolve("a.policy");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(temp.resolve("link.policy"), file);
    Run run = Run.in(temp).policyc("fmt", "--write", "link.policy", "b.policy");
    assertEquals(new Run(0, "", "policyc: 1 of 2 files changed\n"), run);
    assertEquals(NEAT, Files.readString(file));
    assertTrue(Files.isSymbolicLink(temp.resolve("link.policy")));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void keepsTheOwner() throws IOException {
    Path file = temp.resolve("a.policy");
    try {
      Files.setAttribute(file, "unix:uid", 12345);
      Files.setAttribute(file, "unix:gid", 23456);
    } catch (FileSystemException e) {
      Assumptions.abort("only root may give a file away");
    }
    assertEquals(0, Run.in(temp).policyc("fmt", "--write", "a.policy").status());
    assertEquals(NEAT, Files.readString(file));
    assertEquals(12345, Files.getAttribute(file, "unix:uid"));
    assertEquals(23456, Files.getAttribute(file, "unix:gid"));
  }

  @ParameterizedTest
  @CsvSource({"a.policy, 1 of 1 file", "b.policy, 0 of 1 file", "a.policy b.policy, 1 of 2 files"})
  void countsFiles(String files, String count) {
    String[] args = ("fmt --check " + files).split(" ", -1);
    assertEquals("policyc: " + count + " would change\n", Run.in(temp).policyc(args).err());
    args[1] = "--write";
    assertEquals("policyc: " + count + " changed\n", Run.in(temp).policyc(args).err());
  }

  @Test
  void showsEndsOfLines() throws IOException {
    Files.writeString(temp.resolve("a.policy"), NEAT.replace("\n", "\r\n"));
    Run crlf = Run.in(temp).policyc("fmt", "--check", "a.policy");
    assertEquals(1, crlf.status());
    assertTrue(crlf.out().startsWith("a.policy: lines end in a carriage return\n---"), crlf.out());
    assertTrue(crlf.out().contains("\n-namespace shop\r\n"), crlf.out());
    Files.writeString(temp.resolve("a.policy"), NEAT.stripTrailing());
    Run open = Run.in(temp).policyc("fmt", "--check", "a.policy");
    assertTrue(open.out().contains("\n\\ No newline at end of file\n+"), open.out());
  }

  @Test
  void leavesAFileWithAMistakeAlone() throws IOException {
    Run run = Run.in(temp).policyc("fmt", "--write", "a.policy", "c.policy");
    assertEquals(1, run.status());
    assertTrue(run.out().startsWith("error[PC"), run.out());
    assertEquals("web may\n", Files.readString(temp.resolve("c.policy")));
    assertEquals(NEAT, Files.readString(temp.resolve("a.policy")));
  }

  @Test
  void refusesToChangeStandardInput() {
    Run run = Run.in(temp).policyc("fmt", "--write", "-");
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("policyc: standard input cannot be changed\n"), run.err());
  }
}
