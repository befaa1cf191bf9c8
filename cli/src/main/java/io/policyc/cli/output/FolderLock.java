package io.policyc.cli.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// Keeps two runs from writing one folder at the same time.
///
/// The system releases the lock when a run dies, so an old lock file keeps nobody out.
final class FolderLock implements AutoCloseable {
  /// The name of the lock file, there only while a run writes.
  static final String NAME = ".policyc-lock";

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
  // is on a file without a name, and a third run would lock another one.
  private static boolean isStillThere(Path path, FileChannel file) throws IOException {
    byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    file.truncate(0);
    file.write(ByteBuffer.wrap(token), 0);
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && java.util.Arrays.equals(Files.readAllBytes(path), token);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    file.close();
  }
}
