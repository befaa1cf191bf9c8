package io.policyc.tests.examples;

import io.policyc.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// One run of the command on a fixed day, started in the root of the project unless another folder
/// is said.
///
/// @param exit the exit status
/// @param out standard output
/// @param err standard error
record Run(int exit, String out, String err) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  static Run of(String in, String... args) {
    return run(in, root(), args);
  }

  /// The same in another folder, with nothing on standard input.
  static Run in(Path folder, String... args) {
    return run("", folder, args);
  }

  private static Run run(String in, Path folder, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    var input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    int exit = Main.run(args, input, out, err, Map.of(), folder, CLOCK);
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// The root of the project, from wherever the tests are started.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    Path parent = here.getParent();
    return Files.isDirectory(here.resolve("examples")) || parent == null ? here : parent;
  }

  @Override
  public String toString() {
    return "exit " + exit + "\n" + out + "\n" + err;
  }
}
