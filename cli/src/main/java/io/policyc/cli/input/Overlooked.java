package io.policyc.cli.input;

import io.policyc.compiler.Code;
import io.policyc.compiler.project.Project;
import io.policyc.findings.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// Finds settings that lie below a folder that is compiled: they do not count, which somebody who
/// put them there may not expect.
public final class Overlooked {
  private Overlooked() {}

  /// A warning for each such file that lies nearer to a sentence than the settings that count.
  public static List<Finding> in(Path cwd, List<String> inputs, Project project) {
    List<Path> folders =
        inputs.stream()
            .map(input -> SettingsFile.start(cwd, input))
            .flatMap(Optional::stream)
            .filter(Files::isDirectory)
            .toList();
    NavigableSet<Path> found = new TreeSet<>();
    for (String folder : foldersOf(project)) {
      SettingsFile.above(cwd, folder).filter(file -> isBelow(file, folders)).ifPresent(found::add);
    }
    return found.stream().map(file -> finding(cwd, file)).toList();
  }

  /// A warning for each settings file that lies nearer to a manifest than those that count.
  ///
  /// @param files names of manifests
  /// @param counts the settings file that counts
  public static List<Finding> beside(Path cwd, List<String> files, Optional<Path> counts) {
    NavigableSet<String> folders = new TreeSet<>();
    files.stream()
        .filter(name -> !name.equals("<stdin>"))
        .forEach(name -> folders.add(name.substring(0, name.lastIndexOf('/') + 1)));
    NavigableSet<Path> found = new TreeSet<>();
    for (String folder : folders) {
      SettingsFile.above(cwd, folder)
          .filter(file -> !counts.equals(Optional.of(file)))
          .ifPresent(found::add);
    }
    return found.stream().map(file -> uncounted(cwd, file)).toList();
  }

  private static Finding uncounted(Path cwd, Path file) {
    return Code.PC0808
        .of(
            "`"
                + SettingsFile.shown(cwd, file)
                + "` does not count: settings are looked for upwards from the sentences, and from"
                + " the names of manifests where there are none")
        .withHelp("put one `policyc.toml` above all of them, or check its folder on its own");
  }

  private static boolean isBelow(Path file, List<Path> folders) {
    Path folder = file.getParent();
    return folder != null
        && folders.stream().anyMatch(f -> folder.startsWith(f) && !folder.equals(f))
        && !folders.contains(folder);
  }

  private static NavigableSet<String> foldersOf(Project project) {
    NavigableSet<String> folders = new TreeSet<>();
    for (Project.Member member : project.files()) {
      String name = member.file().source().name();
      if (!member.foreign() && name.lastIndexOf('/') > 0) {
        folders.add(name.substring(0, name.lastIndexOf('/')));
      }
    }
    return folders;
  }

  private static Finding finding(Path cwd, Path file) {
    Path folder = Objects.requireNonNull(file.getParent());
    String shown = SettingsFile.shown(cwd, folder);
    return Code.PC0808
        .of(
            "`"
                + SettingsFile.shown(cwd, file)
                + "` does not count: settings are looked for upwards from what is compiled")
        .withHelp("compile `" + (shown.isEmpty() ? "." : shown) + "` on its own");
  }
}
