package io.policyc.tests.cli;

import io.policyc.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/// One run of the command inside the test.
///
/// @param status the exit status
/// @param out what went to standard output
/// @param err what went to standard error
record Run(int status, String out, String err) {
  /// Prepares a run in a folder, at noon of 2026-11-24.
  static Preparing in(Path cwd) {
    return new Preparing(cwd);
  }

  /// A run that is not started yet.
  static final class Preparing {
    private final Path cwd;
    private final Map<String, String> env = new TreeMap<>();
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = new ByteArrayOutputStream();

    private Preparing(Path cwd) {
      this.cwd = cwd;
    }

    Preparing stdin(String text) {
      return stdin(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Preparing stdin(InputStream stream) {
      in = stream;
      return this;
    }

    Preparing stdout(OutputStream stream) {
      out = stream;
      return this;
    }

    Preparing env(String name, String value) {
      env.put(name, value);
      return this;
    }

    /// Runs `policyc` with arguments.
    Run policyc(String... args) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
      int status = Main.run(args, in, out, err, env, cwd, clock);
      String printed = out instanceof ByteArrayOutputStream bytes ? text(bytes) : "";
      return new Run(status, printed, text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
