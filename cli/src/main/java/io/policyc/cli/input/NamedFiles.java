package io.policyc.cli.input;

import io.policyc.cli.Reasons;
import io.policyc.cli.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;

/// Single files that options name.
///
/// @param cwd the folder that relative names start from
public record NamedFiles(Path cwd) {

  /// Reads a small file.
  ///
  /// @param what it is, such as `bundle`
  /// @param most how many bytes it may have; one more is read at most, so that a caller sees it
  /// @throws UsageException when it cannot be read
  public byte[] read(String what, String name, int most) {
    try (InputStream in = open(what, name)) {
      return in.readNBytes(most + 1);
    } catch (IOException e) {
      throw unreadable(what, name, e);
    }
  }

  /// Reads a file of any size once, in pieces, and keeps nothing of it.
  ///
  /// @param hashes that are fed with it
  /// @throws UsageException when it cannot be read
  public void hash(String what, String name, Collection<MessageDigest> hashes) {
    try (InputStream in = open(what, name)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (MessageDigest hash : hashes) {
          hash.update(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      throw unreadable(what, name, e);
    }
  }

  /// Whether anything has this name.
  public boolean exists(String name) {
    try {
      return Files.exists(cwd.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private InputStream open(String what, String name) throws IOException {
    try {
      Path path = cwd.resolve(name);
      if (Files.isDirectory(path)) {
        throw new UsageException("the " + what + " `" + name + "` is a folder", "name a file");
      }
      return Files.newInputStream(path);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new UsageException("there is no " + what + " `" + name + "`", "check its name");
    }
  }

  private static UsageException unreadable(String what, String name, IOException e) {
    return new UsageException("the " + what + " `" + name + "` cannot be read: " + Reasons.of(e));
  }
}
