package io.policyc.cli.compile;

import io.policyc.cli.Io;
import io.policyc.cli.UsageException;
import io.policyc.cli.input.SettingsFile;
import io.policyc.cli.input.SettingsLoader.Loaded;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Where the documents go.
sealed interface Destination {
  /// Standard output.
  record Stdout() implements Destination {}

  /// A folder.
  ///
  /// @param shown what messages call it
  record Into(Path folder, String shown) implements Destination {}

  /// The folder that a flag names, else standard output if asked for, else the folder that the
  /// settings name, else standard output.
  ///
  /// @throws UsageException when a folder is to be checked and none is named
  static Destination of(CompileOptions options, Loaded settings, Io io) {
    if (options.stdout()) {
      return new Stdout();
    }
    Optional<Path> folder =
        options.into().map(name -> path(io.cwd(), name)).or(() -> fromSettings(settings, io));
    if (folder.isEmpty() && options.check()) {
      throw new UsageException("`--check` needs a folder", "name it with `--into DIR`");
    }
    return folder
        .<Destination>map(
            path ->
                new Into(path, options.into().orElseGet(() -> SettingsFile.shown(io.cwd(), path))))
        .orElseGet(Stdout::new);
  }

  // What the file says is relative to the file, what the command line says to where it is typed.
  private static Optional<Path> fromSettings(Loaded settings, Io io) {
    Path base = settings.file().map(Path::getParent).orElse(io.cwd());
    return settings.settings().output().directory().map(name -> path(base, name));
  }

  private static Path path(Path base, String name) {
    try {
      return base.resolve(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UsageException("`" + name + "` is no name of a folder");
    }
  }
}
