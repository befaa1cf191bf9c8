package io.policyc.cli.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Finds `policyc.toml` upwards from an input.
public final class SettingsFile {
  /// The name of the file.
  public static final String NAME = "policyc.toml";

  private SettingsFile() {}

  /// The settings file nearest above an input.
  ///
  /// @param cwd the folder that relative names start from
  /// @param input the name of a file or folder, there or not; `-` is the current folder
  public static Optional<Path> above(Path cwd, String input) {
    // What no file can be called has no settings either; reading it will say so.
    Path start = start(cwd, input).orElse(cwd);
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(NAME);
      // A link that leads nowhere is a mistake to tell, not settings that are not there.
      if (Files.exists(file) || Files.isSymbolicLink(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /// Where looking begins: the input, or the folder before its first star; empty where no file can
  /// have that name.
  static Optional<Path> start(Path cwd, String input) {
    try {
      String folder = input.equals("-") ? "" : fixedPart(input);
      return Optional.of(cwd.resolve(folder).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// What messages call a file: relative to where policyc was started, with `/`.
  public static String shown(Path cwd, Path file) {
    String shown = cwd.toAbsolutePath().normalize().relativize(file).toString();
    return shown.replace('\\', '/');
  }

  // A pattern begins to be one at its first star; the folder before it is enough.
  private static String fixedPart(String input) {
    int star = input.indexOf('*');
    if (star < 0) {
      return input;
    }
    int slash = input.lastIndexOf('/', star);
    return slash < 0 ? "" : input.substring(0, slash + 1);
  }
}
