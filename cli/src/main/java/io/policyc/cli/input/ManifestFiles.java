package io.policyc.cli.input;

import io.policyc.cli.Reasons;
import io.policyc.compiler.Code;
import io.policyc.compiler.project.Glob;
import io.policyc.compiler.project.PathName;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The manifests that arguments name: files whatever they are called, the `.yaml`, `.yml` and
/// `.json` files below folders, and patterns.
///
/// Hidden folders and `node_modules` are passed over, and so is a folder that was seen already: a
/// link may lead back.
public final class ManifestFiles {
  /// The argument that stands for standard input.
  public static final String STDIN = "-";

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
  private static final int MAX_FILES = 500_000;
  private static final int MAX_DEPTH = 64;

  private final Path cwd;
  private final List<Finding> findings = new ArrayList<>();
  private final NavigableMap<String, Named> files = new TreeMap<>();
  private final Set<Path> seen = new HashSet<>();
  private int found;

  private ManifestFiles(Path cwd) {
    this.cwd = cwd;
  }

  /// A file to read.
  ///
  /// @param name as messages call it; `-` is standard input
  /// @param real where it lies if it is no link; empty for one that was named outright, and not
  ///   found in a folder
  public record Named(String name, Optional<Path> real) {
    /// Whether it was named itself.
    public boolean outright() {
      return real.isEmpty();
    }
  }

  /// The files, by name, each once.
  ///
  /// @param cwd the folder that relative names start from
  public static Checked<List<Named>> find(List<String> arguments, Path cwd) {
    ManifestFiles files = new ManifestFiles(cwd);
    arguments.stream().distinct().sorted().forEach(files::argument);
    return new Checked<>(List.copyOf(files.files.values()), files.findings);
  }

  private void argument(String argument) {
    if (argument.equals(STDIN)) {
      outright(STDIN);
      return;
    }
    String name = PathName.normal(argument);
    if (isFolder(name)) {
      below(name, ManifestFiles::isManifest, "there is no manifest below `" + name + "`");
    } else if (Glob.isPattern(argument) && !isThere(name)) {
      Glob glob = new Glob(name);
      below(glob.root(), glob::matches, "nothing matches `" + name + "`");
    } else {
      outright(name);
    }
  }

  private void outright(String name) {
    files.put(name, new Named(name, Optional.empty()));
  }

  static boolean isManifest(String name) {
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private void below(String folder, Predicate<String> fits, String nothing) {
    int before = found;
    int problems = findings.size();
    seen.clear();
    walk(folder, fits, 0);
    if (found == before && findings.size() == problems) {
      findings.add(
          Code.PC0056
              .of(nothing)
              .withHelp(
                  "name files, or folders with files that end in `.yaml`, `.yml` or `.json`"));
    }
  }

  private void walk(String folder, Predicate<String> fits, int depth) {
    try {
      Path real = cwd.resolve(folder).toRealPath();
      if (!seen.add(real)) {
        return;
      }
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
        stream.forEach(entries::add);
      }
      entries.sort(Comparator.comparing(Path::getFileName));
      entries.forEach(entry -> entry(folder, entry, fits, depth));
    } catch (IOException e) {
      findings.add(Code.PC0051.of("`" + folder + "` cannot be read: " + Reasons.of(e)));
    }
  }

  private void entry(String folder, Path entry, Predicate<String> fits, int depth) {
    String base = String.valueOf(entry.getFileName());
    String name = PathName.child(folder, base);
    if (Files.isDirectory(entry)) {
      if (!base.startsWith(".") && !base.equals("node_modules")) {
        descend(name, fits, depth + 1);
      }
    } else if (fits.test(name)) {
      take(new Named(name, Optional.of(entry)));
    }
  }

  private void descend(String name, Predicate<String> fits, int depth) {
    if (depth > MAX_DEPTH) {
      tooMuch("`" + name + "` lies more than " + MAX_DEPTH + " folders deep");
    } else {
      walk(name, fits, depth);
    }
  }

  private void take(Named file) {
    found++;
    if (files.size() < MAX_FILES) {
      files.putIfAbsent(file.name(), file);
    } else {
      tooMuch("there are more than " + MAX_FILES + " files");
    }
  }

  private void tooMuch(String message) {
    Finding finding = Code.PC0057.of(message).withHelp("check its folders one by one");
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  private boolean isFolder(String name) {
    try {
      return Files.isDirectory(cwd.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private boolean isThere(String name) {
    try {
      return Files.exists(cwd.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
