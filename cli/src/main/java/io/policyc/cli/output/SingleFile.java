package io.policyc.cli.output;

import io.policyc.cli.output.Transaction.Refused;
import io.policyc.findings.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Writes one file so that it holds either the old text or the whole new one.
public final class SingleFile {
  private final SideFile file;
  private final Transaction change;

  /// @param disk where it is written
  public SingleFile(Disk disk, SideFile file) {
    this.file = file;
    this.change = new Transaction(disk);
  }

  /// Puts the new text beside the file, which stays as it is.
  ///
  /// @return why the disk refused
  public Optional<Finding> prepare() {
    return run(() -> change.writeBeside(file.target(), file.content()));
  }

  /// Gives the file its new text.
  ///
  /// @return why the disk refused; the file is then as it was
  public Optional<Finding> put() {
    return run(change::apply);
  }

  /// Takes away what [#prepare] wrote.
  public void drop() {
    change.undo();
  }

  private interface Step {
    void run() throws Refused;
  }

  private Optional<Finding> run(Step step) {
    try {
      step.run();
      return Optional.empty();
    } catch (Refused e) {
      drop();
      return Optional.of(file.refused(e.why()));
    }
  }

  /// Replaces what a file holds.
  ///
  /// @throws IOException when the disk refuses; the file is then as it was
  public static void write(Disk disk, Path file, String text) throws IOException {
    Transaction change = new Transaction(disk);
    try {
      change.writeBeside(file, text.getBytes(StandardCharsets.UTF_8));
      change.apply();
    } catch (Refused e) {
      change.undo();
      throw e.why();
    }
  }
}
