package io.policyc.cli.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// What writing a folder asks of the disk; tests replace it by one that fails half-way.
public interface Disk {
  /// The disk of this machine.
  Disk REAL = new Disk() {};

  /// What stands under a name, symbolic links not followed.
  enum Kind {
    /// Nothing.
    NONE,
    /// A file with bytes.
    FILE,
    /// A folder.
    FOLDER,
    /// A symbolic link, whatever it leads to.
    LINK,
    /// A device, a pipe, a socket.
    OTHER
  }

  /// What stands under a name.
  default Kind kind(Path path) {
    if (Files.isSymbolicLink(path)) {
      return Kind.LINK;
    }
    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Kind.FILE;
    }
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return Kind.FOLDER;
    }
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? Kind.OTHER : Kind.NONE;
  }

  /// The bytes of a file.
  default byte[] read(Path path) throws IOException {
    return Files.readAllBytes(path);
  }

  /// The length of a file in bytes.
  default long size(Path path) throws IOException {
    return Files.size(path);
  }

  /// Makes a folder and those above it.
  default void createFolders(Path path) throws IOException {
    Files.createDirectories(path);
  }

  /// Writes a file and waits until its bytes are on the disk.
  default void write(Path path, byte[] content) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(false);
    }
  }

  /// Gives a file the permissions of another one, where the disk has any.
  default void sameRights(Path from, Path to) throws IOException {
    if (Files.getFileStore(to).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  /// Gives a file another name, replacing what had it, in one step.
  default void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Removes a file where there is one.
  default void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  /// Removes a folder if it is empty.
  default void deleteIfEmpty(Path folder) throws IOException {
    boolean empty;
    try (var entries = Files.newDirectoryStream(folder)) {
      empty = !entries.iterator().hasNext();
    }
    if (empty) {
      Files.delete(folder);
    }
  }
}
