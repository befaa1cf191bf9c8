package io.policyc.cli.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

  /// Makes a folder in one that is there.
  default void createFolder(Path path) throws IOException {
    Files.createDirectory(path);
  }

  /// Writes a new file; whatever had its name loses it.
  ///
  /// Nothing waits until the bytes are on the disk: what a power failure takes is made again.
  default void write(Path path, byte[] content) throws IOException {
    Files.deleteIfExists(path);
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }

  /// Gives a file a second name, or a copy where the disk has no second names.
  default void keep(Path path, Path second) throws IOException {
    Files.deleteIfExists(second);
    try {
      Files.createLink(second, path);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(path, second, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /// Gives a file the owner and the permissions of another one, as far as the system lets us.
  default void sameRights(Path from, Path to) throws IOException {
    if (!from.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    Map<String, Object> wanted = Files.readAttributes(from, "unix:uid,gid,mode");
    Map<String, Object> there = Files.readAttributes(to, "unix:uid,gid,mode");
    for (String owner : List.of("gid", "uid")) {
      give(to, owner, wanted, there);
    }
    if (!Objects.equals(wanted.get("mode"), there.get("mode"))) {
      Files.setAttribute(to, "unix:mode", wanted.get("mode"));
    }
  }

  private static void give(
      Path path, String owner, Map<String, Object> wanted, Map<String, Object> there)
      throws IOException {
    if (Objects.equals(wanted.get(owner), there.get(owner))) {
      return;
    }
    try {
      Files.setAttribute(path, "unix:" + owner, wanted.get(owner));
    } catch (FileSystemException e) {
      // Only root may give files away; what others write anew is theirs, as with any editor.
      return;
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
