package io.policyc.cli.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// A disk on which every change after the first few fails: by an error, as a full disk does, or by
/// the end of the process.
public final class FailingDisk implements Disk {
  /// The end of the process: nothing after it is done.
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private enum Failure {
    ONCE,
    FROM_THEN_ON,
    KILLED
  }

  private final Failure failure;
  private int left;
  private int done;
  private String failed = "";

  private FailingDisk(int left, Failure failure) {
    this.left = left;
    this.failure = failure;
  }

  /// A disk that is full for one write, after some changes.
  public static FailingDisk fullAfter(int changes) {
    return new FailingDisk(changes, Failure.ONCE);
  }

  /// A disk that takes no more after some changes, not even those that need no room.
  public static FailingDisk brokenAfter(int changes) {
    return new FailingDisk(changes, Failure.FROM_THEN_ON);
  }

  /// A disk under a process that is killed after some changes.
  public static FailingDisk killedAfter(int changes) {
    return new FailingDisk(changes, Failure.KILLED);
  }

  /// How many changes were made.
  public int changes() {
    return done;
  }

  /// What failed: `write d.yaml`; empty when nothing did.
  public String failed() {
    return failed;
  }

  private void change(String what, Path path) throws IOException {
    boolean first = left-- == 0;
    if (!first && (left >= 0 || failure == Failure.ONCE)) {
      done++;
      return;
    }
    failed = failed.isEmpty() ? what + " " + path.getFileName() : failed;
    if (failure == Failure.KILLED) {
      throw new Killed();
    }
    throw new FileSystemException(path.toString(), null, "No space left on device");
  }

  @Override
  public void createFolder(Path path) throws IOException {
    change("create", path);
    Disk.REAL.createFolder(path);
  }

  @Override
  public void keep(Path path, Path second) throws IOException {
    change("keep", path);
    Disk.REAL.keep(path, second);
  }

  @Override
  public void write(Path path, byte[] content) throws IOException {
    try {
      change("write", path);
    } catch (Killed | IOException e) {
      // Half of it was written, or nothing where the disk takes nothing.
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
