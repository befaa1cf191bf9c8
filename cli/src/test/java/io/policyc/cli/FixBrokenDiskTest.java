package io.policyc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.cli.check.CheckCommand;
import io.policyc.cli.output.Disk;
import io.policyc.cli.output.FailingDisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that the disk refuses is as it was, and is reported as it is.
class FixBrokenDiskTest {
  private static final String POD =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - name: web\n    image: r.example.com/web:1.4.2\n";

  @TempDir Path temp = Path.of("unset");
  private String out = "";

  @Test
  void holdsTheOldTextOrTheWholeNewOne() throws IOException {
    write();
    assertEquals(Exit.CLEAN, fix(Disk.REAL), out);
    String fixed = Files.readString(temp.resolve("a.yaml"));
    boolean ended = false;
    int refused = 0;
    for (int at = 0; !ended; at++) {
      write();
      FailingDisk disk = FailingDisk.brokenAfter(at);
      Exit exit = fix(disk);
      ended = disk.failed().isEmpty();
      for (String name : List.of("a.yaml", "b.yaml")) {
        String text = Files.readString(temp.resolve(name));
        assertTrue(text.equals(POD) || text.equals(fixed), text);
        boolean said = out.contains("`" + name + "` cannot be written");
        assertEquals(text.equals(POD), said, out);
        assertEquals(said, out.contains("Pod/web in default  (" + name + ":1)"), out);
        refused += said ? 1 : 0;
      }
      assertEquals(ended ? Exit.CLEAN : Exit.USAGE, exit, out);
    }
    assertTrue(refused > 2, "some were refused");
  }

  private void write() throws IOException {
    Files.writeString(temp.resolve("a.yaml"), POD);
    Files.writeString(temp.resolve("b.yaml"), POD);
  }

  private Exit fix(Disk disk) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Sink sink = new Sink(told, false);
    Io io = new Io(InputStream.nullInputStream(), sink, sink, Map.of(), temp, Clock.systemUTC());
    CheckCommand command = new CheckCommand(disk);
    Exit exit = command.run(new Arguments(command).parse(List.of("--fix", "a.yaml", "b.yaml")), io);
    out = told.toString(StandardCharsets.UTF_8);
    return exit;
  }
}
