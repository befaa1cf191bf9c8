package io.policyc.cli.compile;

import io.policyc.cli.Io;
import io.policyc.cli.input.SettingsLoader.Loaded;
import io.policyc.cli.output.Disk;
import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Backends;
import io.policyc.compiler.project.Project;
import io.policyc.findings.Finding;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Which files `--source-map` may not replace: they are somebody else's, or are no files.
final class SourceMapTarget {
  private SourceMapTarget() {}

  /// Why the map cannot go where it should, asked before anything is written.
  static Optional<Finding> refusal(
      CompileOptions options,
      Io io,
      Disk disk,
      Destination destination,
      Loaded settings,
      Project project) {
    return options
        .sourceMap()
        .flatMap(
            name ->
                reason(name, io, disk, destination, settings, project)
                    .map(reason -> finding(name, reason)));
  }

  private static Finding finding(String name, String reason) {
    return Code.PC0823
        .of("`" + name + "` cannot be written: " + reason)
        .withHelp("name another file with `--source-map`");
  }

  private static Optional<String> reason(
      String name, Io io, Disk disk, Destination destination, Loaded settings, Project project) {
    Path target;
    try {
      target = io.cwd().resolve(name).toAbsolutePath();
    } catch (InvalidPathException e) {
      return Optional.of("no file can have that name");
    }
    return switch (disk.kind(target)) {
      case LINK -> Optional.of("it is a symbolic link");
      case FOLDER -> Optional.of("it is a folder");
      case OTHER -> Optional.of("it is no regular file");
      case NONE, FILE -> {
        Path real = real(target);
        if (inputs(io, settings, project).anyMatch(real::equals)) {
          yield Optional.of("it is an input of this run");
        }
        yield isGenerated(destination, real)
            ? Optional.of("it belongs to the generated files")
            : Optional.empty();
      }
    };
  }

  private static Stream<Path> inputs(Io io, Loaded settings, Project project) {
    // Standard input counts as a file called `<stdin>`, which nobody has.
    Stream<Path> policies =
        project.files().stream()
            .map(member -> member.file().source().name())
            .map(name -> io.cwd().resolve(name).toAbsolutePath());
    return Stream.concat(policies, settings.file().stream()).map(SourceMapTarget::real);
  }

  // Documents lie in the folder of their target; what begins with `.policyc` is book-keeping.
  private static boolean isGenerated(Destination destination, Path target) {
    if (!(destination instanceof Destination.Into into)) {
      return false;
    }
    Path folder = real(into.folder());
    if (!target.startsWith(folder) || target.equals(folder)) {
      return false;
    }
    String first = folder.relativize(target).getName(0).toString();
    return first.startsWith(".policyc")
        || Backends.ALL.stream().anyMatch(backend -> backend.id().equals(first));
  }

  // Links in the way to a file are followed as far as there is something.
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.normalize().getParent();
      Path name = path.normalize().getFileName();
      return parent == null || name == null ? path.normalize() : real(parent).resolve(name);
    }
  }
}
