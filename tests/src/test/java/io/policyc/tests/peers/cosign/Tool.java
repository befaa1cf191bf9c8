package io.policyc.tests.peers.cosign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that runs to its end in a folder of the test.
///
/// @param program the file
/// @param folder where it runs, and what is its home: nothing of the user's is read or written
record Tool(Path program, Path folder) {
  /// What came of a run.
  ///
  /// @param exit its status
  /// @param output both of its outputs
  record Ran(int exit, String output) {
    boolean isGood() {
      return exit == 0;
    }

    /// Holds that it went well.
    Ran orFail() {
      if (exit != 0) {
        throw new IllegalStateException("exit " + exit + ": " + output);
      }
      return this;
    }
  }

  Ran run(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    try {
      Path output = Files.createTempFile(folder, "run", ".txt");
      Process process = start(command, output);
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      process.destroyForcibly();
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      return new Ran(ended ? process.exitValue() : -1, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process start(List<String> command, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", folder.toString());
    environment.put("COSIGN_PASSWORD", "");
    // Refused connections instead of lookups, should a program want to go out.
    environment.put("HTTPS_PROXY", "http://127.0.0.1:9");
    point(environment, "SIGSTORE_ROOT_FILE", "fulcio.pem");
    point(environment, "SIGSTORE_CT_LOG_PUBLIC_KEY_FILE", "ctfe.pub");
    point(environment, "SIGSTORE_REKOR_PUBLIC_KEY", "rekor.pub");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /// Where cosign finds those whom it believes when it writes its first layout.
  private void point(Map<String, String> environment, String name, String file) {
    if (Files.exists(folder.resolve(file))) {
      environment.put(name, folder.resolve(file).toString());
    }
  }
}
