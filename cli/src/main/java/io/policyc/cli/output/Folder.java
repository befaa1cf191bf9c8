package io.policyc.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// A folder that policyc writes.
///
/// @param root the folder
/// @param shown what messages call it
public record Folder(Path root, String shown, Disk disk) {
  // Far above any list: 20,000 files make 3 MB.
  private static final long MAX_LIST = 64L << 20;
  // A cluster takes objects of one or two megabytes.
  private static final long MAX_DOCUMENT = 16L << 20;

  /// Where a document's path lies.
  Path path(String document) {
    return root.resolve(document);
  }

  /// What messages call a document.
  public String shown(String document) {
    return shown + "/" + document;
  }

  /// What messages call a file in the folder.
  String name(Path path) {
    return path.startsWith(root) ? shown(root.relativize(path).toString()) : path.toString();
  }

  /// The first part of a path that is a symbolic link; empty when there is none.
  Optional<String> link(String document) {
    int slash = document.indexOf('/');
    while (slash >= 0) {
      String folder = document.substring(0, slash);
      if (disk.kind(path(folder)) == Disk.Kind.LINK) {
        return Optional.of(folder);
      }
      slash = document.indexOf('/', slash + 1);
    }
    return disk.kind(path(document)) == Disk.Kind.LINK ? Optional.of(document) : Optional.empty();
  }

  /// Whether a file is larger than any document: it is not read, whoever put it there.
  public boolean isHuge(String document) throws IOException {
    return disk.kind(path(document)) == Disk.Kind.FILE && disk.size(path(document)) > MAX_DOCUMENT;
  }

  /// The text of a file, as UTF-8 with whatever is none replaced; empty where there is no file.
  public String text(String document) throws IOException {
    return disk.kind(path(document)) == Disk.Kind.FILE
        ? new String(disk.read(path(document)), StandardCharsets.UTF_8)
        : "";
  }

  /// The list of what was written; empty when it is none.
  Optional<FileList> list() throws IOException {
    Path path = path(FileList.NAME);
    return switch (disk.kind(path)) {
      case NONE -> Optional.of(FileList.empty());
      case FILE ->
          disk.size(path) > MAX_LIST ? Optional.empty() : FileList.parse(text(FileList.NAME));
      case FOLDER, LINK, OTHER -> Optional.empty();
    };
  }
}
