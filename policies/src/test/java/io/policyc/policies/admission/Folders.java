package io.policyc.policies.admission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where fixtures and pages of a check lie.
final class Folders {
  static final Path FIXTURES =
      Path.of("src/test/resources/io/policyc/policies/admission").toAbsolutePath();
  static final Path PAGES = Path.of("../docs/checks").toAbsolutePath();

  private Folders() {}

  /// `host-namespaces` for `hostNamespaces`, `proc-mount-restricted` for `procMount_restricted`.
  static String of(String check) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < check.length(); i++) {
      char c = check.charAt(i);
      boolean begins =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(check.charAt(i - 1));
      name.append(begins ? "-" : "").append(c == '_' ? '-' : c);
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /// The names of what lies in a folder, sorted.
  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
