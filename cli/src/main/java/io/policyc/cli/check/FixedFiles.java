package io.policyc.cli.check;

import io.policyc.cli.Reasons;
import io.policyc.cli.output.Disk;
import io.policyc.cli.output.SingleFile;
import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Writes mended texts over their files, each of which holds either the old text or the whole new
/// one.
final class FixedFiles {
  private final Disk disk;
  private final Path cwd;

  FixedFiles(Disk disk, Path cwd) {
    this.disk = disk;
    this.cwd = cwd;
  }

  /// Writes a text over the file that it was made from.
  ///
  /// @return why it is not written
  Optional<Finding> write(Source old, Source fixed) {
    try {
      Path file = cwd.resolve(old.name());
      if (disk.kind(file) != Disk.Kind.FILE) {
        return refused(old, "it is a link: name the file that it leads to");
      }
      // Somebody may have saved it in the meantime.
      if (!Arrays.equals(disk.read(file), old.text().getBytes(StandardCharsets.UTF_8))) {
        return refused(old, "it changed while it was checked");
      }
      SingleFile.write(disk, file, fixed.text());
      return Optional.empty();
    } catch (IOException e) {
      return refused(old, Reasons.of(e));
    }
  }

  private static Optional<Finding> refused(Source file, String reason) {
    return Optional.of(Code.PC0823.of("`" + file.name() + "` cannot be written: " + reason));
  }
}
