package io.policyc.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.sigstore.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every reason for which a signature is refused has a page, and every page a reason.
class ReasonPagesTest {
  private static final Path PAGES = Path.of("../docs/signatures");

  @Test
  void everyReasonHasAPageAndEveryPageAReason() throws IOException {
    Set<String> reasons =
        Arrays.stream(Reason.values())
            .map(Reason::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Reason.values().length, reasons.size());
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertEquals(
          reasons,
          pages
              .map(page -> page.getFileName().toString().replace(".md", ""))
              .filter(name -> !name.equals("README"))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageSaysWhatToDoAndIsListed(Reason reason) throws IOException {
    String page = Files.readString(PAGES.resolve(reason.id() + ".md"));
    assertTrue(page.startsWith("# " + reason.id() + ": "), page);
    assertTrue(page.contains("## What to do\n\n"), page);
    String title = page.lines().findFirst().orElseThrow().substring(reason.id().length() + 4);
    assertTrue(
        Files.readString(PAGES.resolve("README.md"))
            .contains("| [" + reason.id() + "](" + reason.id() + ".md) | " + title + " |"),
        title);
  }
}
