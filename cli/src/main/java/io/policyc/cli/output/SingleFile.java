package io.policyc.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes one file so that it holds either the old text or the whole new one.
public final class SingleFile {
  private SingleFile() {}

  /// Replaces what a file holds.
  ///
  /// @throws IOException when the disk refuses; the file is then as it was
  public static void write(Disk disk, Path file, String text) throws IOException {
    Path beside = file.resolveSibling("." + file.getFileName() + ".policyc-new");
    try {
      disk.write(beside, text.getBytes(StandardCharsets.UTF_8));
      if (disk.kind(file) == Disk.Kind.FILE) {
        disk.sameRights(file, beside);
      }
      disk.rename(beside, file);
    } catch (IOException e) {
      disk.delete(beside);
      throw e;
    }
  }
}
