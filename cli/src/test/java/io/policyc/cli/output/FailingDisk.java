package io.policyc.cli.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// A disk on which every change after the first few fails: by an error, as a full disk does, or by
/// the end of the process.
final class FailingDisk implements Disk {
  /// The end of the process: nothing after it is done.
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final boolean kills;
  private int left;
  private int done;
  private String failed = "";

  private FailingDisk(int left, boolean kills) {
    this.left = left;
    this.kills = kills;
  }

  /// A disk that is full for one write, after some changes.
  static FailingDisk fullAfter(int changes) {
    return new FailingDisk(changes, false);
  }

  /// A disk under a process that is killed after some changes.
  static FailingDisk killedAfter(int changes) {
    return new FailingDisk(changes, true);
  }

  /// How many changes were made.
  int changes() {
    return done;
  }

  /// What failed: `write d.yaml`; empty when nothing did.
  String failed() {
    return failed;
  }

  private void change(String what, Path path) throws IOException {
    if (left-- == 0) {
      failed = what + " " + path.getFileName();
      if (kills) {
        throw new Killed();
      }
      throw new FileSystemException(path.toString(), null, "No space left on device");
    }
    if (left < 0 && kills) {
      throw new Killed();
    }
    done++;
  }

  @Override
  public void createFolders(Path path) throws IOException {
    change("create", path);
    Disk.REAL.createFolders(path);
  }

  @Override
  public void write(Path path, byte[] content) throws IOException {
    try {
      change("write", path);
    } catch (Killed | IOException e) {
      // Half of it was written.
      Disk.REAL.write(path, java.util.Arrays.copyOf(content, content.length / 2));
      throw e;
    }
    Disk.REAL.write(path, content);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    change("rename", to);
    Disk.REAL.rename(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    change("delete", path);
    Disk.REAL.delete(path);
  }

  @Override
  public void deleteIfEmpty(Path folder) throws IOException {
    change("delete", folder);
    Disk.REAL.deleteIfEmpty(folder);
  }
}
