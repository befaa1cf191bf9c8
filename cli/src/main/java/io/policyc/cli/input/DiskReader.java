package io.policyc.cli.input;

import io.policyc.cli.Reasons;
import io.policyc.compiler.project.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// Reads from the disk and from standard input.
public final class DiskReader implements SourceReader {
  private static final String STDIN = "<stdin>";
  // What Java puts in place of bytes that are not UTF-8: no file can be found by such a name.
  private static final char NO_UTF_8 = '\uFFFD';
  private final Path cwd;
  private final InputStream stdin;
  private final Path project;

  /// @param cwd the folder that relative names start from
  public DiskReader(Path cwd, InputStream stdin) {
    this(cwd, stdin, cwd);
  }

  private DiskReader(Path cwd, InputStream stdin, Path project) {
    this.cwd = cwd;
    this.stdin = stdin;
    this.project = project;
  }

  /// The same reader for a project, whose folder is that of its settings.
  public DiskReader in(Path folder) {
    return new DiskReader(cwd, stdin, folder);
  }

  @Override
  public String place(String name) {
    return name.equals(STDIN) || project.equals(cwd)
        ? name
        : SettingsFile.shown(project, cwd.resolve(name).toAbsolutePath().normalize());
  }

  @Override
  public Found look(String name, int maxBytes, int maxEntries) {
    if (name.indexOf(NO_UTF_8) >= 0) {
      return new Found.Unreadable("its name is not UTF-8");
    }
    try {
      return look(cwd.resolve(name), maxBytes, maxEntries);
    } catch (InvalidPathException | NoSuchFileException e) {
      return new Found.Missing();
    } catch (FileSystemException e) {
      // Below a file there is nothing, whatever the system calls that.
      return "Not a directory".equals(e.getReason())
          ? new Found.Missing()
          : new Found.Unreadable(Reasons.of(e));
    } catch (IOException e) {
      return new Found.Unreadable(Reasons.of(e));
    }
  }

  /// What stands under a name that was found in a folder.
  ///
  /// @param real where it lies unless it is a link; a plain file is then its own only name, which
  ///   spares the system most of its work
  public Found lookFound(String name, Path real, int maxBytes) {
    try {
      BasicFileAttributes is =
          Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (is.isRegularFile() && is.size() <= maxBytes && name.indexOf(NO_UTF_8) < 0) {
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
          Found found = bytes(real.toString(), in, (int) is.size());
          // It may have grown since it was asked for its size.
          return found instanceof Found.Bytes ? found : look(name, maxBytes, 0);
        }
      }
    } catch (IOException e) {
      return look(name, maxBytes, 0);
    }
    return look(name, maxBytes, 0);
  }

  private static Found look(Path path, int maxBytes, int maxEntries) throws IOException {
    Path real = path.toRealPath();
    if (Files.isDirectory(real)) {
      return folder(real, maxEntries);
    }
    if (isDisguised(path, real)) {
      return new Found.Unreadable("it is a link to a file of another kind");
    }
    // A pipe or a device may have no end, and opening one may wait for ever.
    if (!Files.isRegularFile(real)) {
      return new Found.Special();
    }
    if (Files.size(real) > maxBytes) {
      return new Found.TooLarge();
    }
    try (InputStream in = Files.newInputStream(real)) {
      return bytes(real.toString(), in, maxBytes);
    }
  }

  // Findings show lines of what they are about. A repository may hold links made by strangers: none
  // of them may bring a password file into a log by calling it a policy.
  private static boolean isDisguised(Path path, Path real) {
    String name = String.valueOf(path.getFileName());
    String target = String.valueOf(real.getFileName());
    if (name.equals(SettingsFile.NAME)) {
      return !target.startsWith("policyc") || !target.endsWith(".toml");
    }
    return (name.endsWith(".policy") && !target.endsWith(".policy"))
        || (isManifest(name) && !isManifest(target));
  }

  private static boolean isManifest(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private static Found folder(Path real, int maxEntries) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
      for (Path entry : stream) {
        if (entries.size() >= maxEntries) {
          return new Found.Crowded();
        }
        entries.add(new Entry(String.valueOf(entry.getFileName()), Files.isDirectory(entry)));
      }
    }
    return new Found.Folder(real.toString(), entries);
  }

  @Override
  public Found standardInput(int maxBytes) {
    try {
      return bytes("-", stdin, maxBytes);
    } catch (IOException e) {
      return new Found.Unreadable(Reasons.of(e));
    }
  }

  // One byte more than the limit is enough to know: the rest is never read.
  private static Found bytes(String id, InputStream in, int maxBytes) throws IOException {
    byte[] content = in.readNBytes(maxBytes + 1);
    return content.length > maxBytes
        ? new Found.TooLarge()
        : new Found.Bytes(id, ByteBuffer.wrap(content));
  }
}
