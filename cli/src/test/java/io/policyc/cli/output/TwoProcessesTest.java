package io.policyc.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two runs of the command, each in a process of its own, and one folder.
class TwoProcessesTest {
  private static final String SHOP =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload backend { app: backend; port http 8080 }
      web may GET /api on backend
      """;

  @TempDir Path temp = Path.of("unset");
  private Path out = Path.of("unset");

  @BeforeEach
  void input() throws IOException {
    out = Files.createDirectories(temp.resolve("out"));
    Files.writeString(temp.resolve("shop.policy"), SHOP);
  }

  /// While this process holds the folder another one says so and writes nothing; then it writes.
  @Test
  void oneWaitsForNobodyAndWritesNothing() throws Exception {
    try (FolderLock _ = FolderLock.take(out).orElseThrow()) {
      assertEquals(2, compile());
      String said = Files.readString(temp.resolve("said"));
      assertTrue(said.startsWith("error[PC0824]: another run is writing `out`\n"), said);
      assertTrue(said.endsWith("policyc: nothing written from 1 file; 1 error\n"), said);
      assertEquals(List.of(FolderLock.NAME), names(out));
      // Looking at the lock must not have taken it from us.
      assertEquals(2, compile());
    }
    assertEquals(0, compile());
    assertEquals(List.of(".policyc-files", "cilium"), names(out));
  }

  /// A lock file of another process that is gone: the system gave up its lock.
  @Test
  void theLockOfAProcessThatEndedHoldsNobodyUp() throws Exception {
    Process holder = java("-cp", path(), Holder.class.getName(), out.toString()).start();
    holder.getInputStream().read();
    Optional<FolderLock> taken = FolderLock.take(out);
    holder.destroyForcibly().waitFor();
    assertEquals(Optional.empty(), taken);
    assertTrue(Files.exists(out.resolve(FolderLock.NAME)), "the lock file went with the process");
    assertEquals(0, compile());
    assertEquals(List.of(".policyc-files", "cilium"), names(out));
  }

  /// Holds the lock of a folder until it is killed.
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException {
      try (FolderLock _ = FolderLock.take(Path.of(args[0])).orElseThrow()) {
        System.out.write('!');
        System.out.flush();
        // Standard input is a pipe that nobody writes to.
        System.in.read();
      }
    }
  }

  private int compile() throws IOException, InterruptedException {
    return java(
            "-cp",
            path(),
            "io.policyc.cli.Main",
            "compile",
            "--target",
            "cilium",
            "--into",
            "out",
            "shop.policy")
        .redirectErrorStream(true)
        .redirectOutput(temp.resolve("said").toFile())
        .start()
        .waitFor();
  }

  private ProcessBuilder java(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(java);
    builder.command().addAll(List.of(arguments));
    return builder.directory(temp.toFile());
  }

  private static String path() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static List<String> names(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? List.of() : java.util.Arrays.stream(names).sorted().toList();
  }
}
