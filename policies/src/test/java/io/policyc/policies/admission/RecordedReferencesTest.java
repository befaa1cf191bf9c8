package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names of images mean what github.com/distribution/reference says, but for the spelling of
/// registries.
class RecordedReferencesTest {
  private static final Path RECORDED =
      Path.of("src/test/resources/io/policyc/policies/recorded/image-references.tsv");

  @Test
  void everyNameMeansTheSame() throws IOException {
    List<String> differences = new ArrayList<>();
    int valid = 0;
    List<String> lines = Files.readAllLines(RECORDED);
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      String ours = ours(cells[0]);
      String theirs = cells[1].equals("-") ? "-" : oneSpelling(cells[1]);
      valid += ours.equals("-") ? 0 : 1;
      if (!ours.equals(theirs)) {
        differences.add(cells[0] + ": " + ours + ", not " + theirs);
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(lines.size() > 1_500, "texts: " + lines.size());
    assertTrue(valid > lines.size() / 5 && valid < lines.size() * 4 / 5, "names: " + valid);
  }

  private static String ours(String text) {
    return switch (ImageReference.read(text)) {
      case ImageReference.Read.Valid(var reference) -> reference.toString();
      case ImageReference.Read.Invalid _ -> "-";
    };
  }

  /// Their `my_reg.io/web` is a repository without a registry, since no host has a `_`; nobody
  /// could pull it from the place that it seems to name, and we refuse it.
  private static String oneSpelling(String name) {
    int slash = name.indexOf('/');
    boolean noHost = name.substring(0, slash).indexOf('_') >= 0;
    return noHost
        ? "-"
        : ImageReference.canonicalRegistry(name.substring(0, slash)) + name.substring(slash);
  }
}
