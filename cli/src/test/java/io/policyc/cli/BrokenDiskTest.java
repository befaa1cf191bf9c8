package io.policyc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.cli.compile.CompileCommand;
import io.policyc.cli.output.Disk;
import io.policyc.cli.output.FailingDisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The summary of a compile says what became of the folder, whatever the disk does.
class BrokenDiskTest {
  private static final String OLD =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload backend { app: backend; port http 8080 }
      web may GET /old on backend
      """;
  private static final String NEW =
      OLD.replace("/old", "/new")
          + "workload db in data { app: db; port pg 5432 }\nbackend may connect to db\n";

  @TempDir Path temp = Path.of("unset");
  private String err = "";

  @Test
  void tellsWhatWasWritten() throws IOException {
    boolean ended = false;
    int partly = 0;
    for (int at = 0; !ended; at++) {
      remove(temp.resolve("out"));
      assertEquals(Exit.CLEAN, compile(OLD, Disk.REAL), err);
      Map<String, String> before = held();
      FailingDisk disk = FailingDisk.brokenAfter(at);
      Exit exit = compile(NEW, disk);
      ended = disk.failed().isEmpty();
      if (exit == Exit.CLEAN) {
        assertTrue(err.endsWith("policyc: 3 objects in out (3 written) from 1 file\n"), err);
      } else {
        assertEquals(Exit.USAGE, exit, err);
        int changed = changes(before, held());
        String said = changed == 0 ? "nothing written" : changed + " of 3 files in out changed";
        assertTrue(err.endsWith("policyc: " + said + " from 1 file; 1 error\n"), err);
        partly += changed == 0 ? 0 : 1;
      }
      assertEquals(Exit.CLEAN, compile(NEW, Disk.REAL), err);
    }
    assertTrue(partly > 3, "partly: " + partly);
  }

  private Exit compile(String text, Disk disk) throws IOException {
    Files.writeString(temp.resolve("shop.policy"), text);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Io io =
        new Io(
            InputStream.nullInputStream(),
            new Sink(bytes, false),
            new Sink(bytes, false),
            Map.of(),
            temp,
            Clock.systemUTC());
    CompileCommand command = new CompileCommand(disk);
    List<String> args = List.of("--target", "cilium", "--into", "out", "shop.policy");
    Exit exit = command.run(new Arguments(command).parse(args), io);
    err = bytes.toString(StandardCharsets.UTF_8);
    return exit;
  }

  private Map<String, String> held() throws IOException {
    Map<String, String> held = new TreeMap<>();
    try (Stream<Path> files = Files.walk(temp.resolve("out/cilium"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        held.put(file.toString(), Files.readString(file));
      }
    }
    return held;
  }

  private static int changes(Map<String, String> before, Map<String, String> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return names.size();
  }

  private static void remove(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
