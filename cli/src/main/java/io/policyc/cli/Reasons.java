package io.policyc.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;

/// Why a disk refused, in words: a message names the file itself.
public final class Reasons {
  // What Linux and macOS call the errors that a user can do something about.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("not a directory", "a part of its name is a file"),
          Map.entry("is a directory", "it is a folder"),
          Map.entry("file name too long", "its name is too long"),
          Map.entry("operation not permitted", "the system does not permit it"),
          Map.entry("read-only file system", "the disk is read-only"),
          Map.entry("no space left on device", "the disk is full"),
          Map.entry("disk quota exceeded", "the disk quota is used up"),
          Map.entry("too many open files", "too many files are open"),
          Map.entry("bad file descriptor", "it is closed"),
          Map.entry("input/output error", "the device reports an error"),
          Map.entry("too many levels of symbolic links", "its symbolic links lead in a circle"));

  private Reasons() {}

  /// Why, such as `permission denied`.
  public static String of(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "its folder is not there";
      case FileSystemLoopException _ -> "its symbolic links lead in a circle";
      case FileAlreadyExistsException _, NotDirectoryException _ -> "a part of its name is a file";
      case FileSystemException f when f.getReason() != null -> words(f.getReason());
      default -> words(String.valueOf(e.getMessage()));
    };
  }

  // The system's words may stand behind a path: `/a/b: Not a directory`.
  private static String words(String said) {
    int colon = said.lastIndexOf(": ");
    String reason = said.substring(colon < 0 ? 0 : colon + 2).toLowerCase(Locale.ROOT);
    return WORDS.entrySet().stream()
        .filter(entry -> reason.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(reason);
  }
}
