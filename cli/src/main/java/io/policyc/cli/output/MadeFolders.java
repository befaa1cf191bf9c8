package io.policyc.cli.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Folders that a run makes, so that it can take them away again.
final class MadeFolders {
  private final Disk disk;
  private final Deque<Path> made = new ArrayDeque<>();

  MadeFolders(Disk disk) {
    this.disk = disk;
  }

  /// Makes a folder and those above it, as far as they are not there.
  void make(Path folder) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path at = folder; at != null && isMissing(at); at = at.getParent()) {
      missing.add(at);
    }
    for (Path each : missing.reversed()) {
      makeOne(each);
    }
  }

  // A link to a folder is as good as one: what may not be one was looked at before.
  private boolean isMissing(Path path) {
    return switch (disk.kind(path)) {
      case NONE -> true;
      case FOLDER, LINK, FILE, OTHER -> false;
    };
  }

  private void makeOne(Path folder) throws IOException {
    try {
      disk.createFolder(folder);
      made.push(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    } catch (NoSuchFileException e) {
      // What is above it is there: such a file system makes its folders itself.
      throw new FileSystemException(folder.toString(), null, "no folder can be made there");
    }
  }

  /// Takes away the folders that were made and hold nothing, the last one first.
  void removeEmpty() {
    while (!made.isEmpty()) {
      Path folder = made.pop();
      Quietly.run(() -> disk.deleteIfEmpty(folder));
    }
  }
}
