package io.policyc.cli.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Keeps two runs from writing one folder at the same time.
///
/// The system releases the lock when a run dies, so an old lock file keeps nobody out.
final class FolderLock implements AutoCloseable {
  /// The name of the lock file, there only while a run writes.
  static final String NAME = ".policyc-lock";

  // One block on the disk, whatever the length.
  private static final int MAX_LENGTH = 1 << 20;

  private final Path path;
  private final FileChannel file;

  private FolderLock(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /// The lock of a folder; empty while another run has it.
  static Optional<FolderLock> take(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    boolean ours = false;
    try {
      FileLock lock = file.tryLock();
      ours = lock != null && isStillThere(path, file);
    } catch (OverlappingFileLockException e) {
      ours = false;
    } finally {
      if (!ours) {
        file.close();
      }
    }
    return ours ? Optional.of(new FolderLock(path, file)) : Optional.empty();
  }

  // The run before us may have removed the file between our opening and locking it: then the lock
  // is on a file without a name, and a third run would lock another one. The file that we hold gets
  // a length of its own, which is then looked up under the name. It must not be opened a second
  // time: on Linux and macOS closing any of its descriptors gives up the lock.
  private static boolean isStillThere(Path path, FileChannel file) throws IOException {
    int length = ThreadLocalRandom.current().nextInt(1, MAX_LENGTH);
    file.truncate(0);
    file.write(ByteBuffer.allocate(1), length - 1L);
    try {
      return Files.size(path) == length;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    file.close();
  }
}
