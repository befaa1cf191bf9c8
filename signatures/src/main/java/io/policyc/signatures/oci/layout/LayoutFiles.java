package io.policyc.signatures.oci.layout;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// Reads files below a folder: plain ones only, no links on the way, bounded.
record LayoutFiles(Path root) {
  /// @param names of folders and at last the file, each a plain word of ours or checked digits
  Fetched<Bytes> read(List<String> names, long maxBytes) {
    Path path = root;
    try {
      for (String name : names.subList(0, names.size() - 1)) {
        path = path.resolve(name);
        if (!attributes(path).isDirectory()) {
          return refused(path, "is no folder, or a link to one");
        }
      }
      path = path.resolve(names.getLast());
      BasicFileAttributes file = attributes(path);
      return file.isRegularFile()
          ? bounded(path, file.size(), maxBytes)
          : refused(path, "is no plain file");
    } catch (NoSuchFileException e) {
      return new Fetched.NotThere<>();
    } catch (IOException e) {
      return Fetched.unknown(Trouble.Kind.UNREACHABLE, shown(path) + " cannot be read");
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private Fetched<Bytes> bounded(Path path, long size, long maxBytes) throws IOException {
    if (size > maxBytes) {
      return tooLarge(path, maxBytes);
    }
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      // it may have grown since
      int most = (int) Math.min(maxBytes, Integer.MAX_VALUE - 64);
      byte[] content = in.readNBytes(most);
      return in.read() < 0 ? new Fetched.There<>(Bytes.wrap(content)) : tooLarge(path, maxBytes);
    }
  }

  private Fetched<Bytes> tooLarge(Path path, long maxBytes) {
    return Fetched.unknown(
        Trouble.Kind.TOO_LARGE,
        shown(path) + " holds more than the " + maxBytes + " bytes that are read");
  }

  private Fetched<Bytes> refused(Path path, String why) {
    return Fetched.unknown(Trouble.Kind.NOT_ALLOWED, shown(path) + " " + why);
  }

  private String shown(Path path) {
    return "`" + root.relativize(path).toString().replace('\\', '/') + "`";
  }
}
