package io.policyc.tests.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs shell scripts that call the launcher, `$policyc`.
///
/// @param cwd the folder that they run in
/// @param policyc the launcher
record Shell(Path cwd, Path policyc) {
  /// Runs a script; standard input is empty.
  Run run(String script) throws IOException, InterruptedException {
    File out = cwd.resolve(".out").toFile();
    File err = cwd.resolve(".err").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(List.of("sh", "-c", "policyc='" + policyc + "'\n" + script))
            .directory(cwd.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().keySet().removeIf(name -> name.startsWith("POLICYC_"));
    // A build inside a build would change what is being tested.
    builder.environment().put("POLICYC_NO_BUILD", "1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("TMPDIR", cwd.toString());
    int status = builder.start().waitFor();
    return new Run(status, Files.readString(out.toPath()), Files.readString(err.toPath()));
  }
}
