package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every check is listed in its order, has fixtures for both answers, and a page.
class RegistryTest {
  static List<String> ids() {
    return Checks.POD_SECURITY.stream().map(Check::id).distinct().sorted().toList();
  }

  @Test
  void checksAreSortedAndNoneIsTwice() {
    Comparator<PodSecurityCheck> order =
        Comparator.comparing(PodSecurityCheck::level)
            .thenComparing(Check::id, GoText.BYTES)
            .thenComparingInt(PodSecurityCheck::from);
    for (int i = 1; i < Checks.POD_SECURITY.size(); i++) {
      PodSecurityCheck one = Checks.POD_SECURITY.get(i - 1);
      PodSecurityCheck next = Checks.POD_SECURITY.get(i);
      assertTrue(order.compare(one, next) < 0, one + " before " + next);
    }
    assertEquals(19, ids().size());
  }

  @Test
  void anIdHasOneLevel() {
    long both = Checks.POD_SECURITY.stream().map(c -> c.id() + " " + c.level()).distinct().count();
    assertEquals(ids().size(), both);
  }

  @Test
  void onlyChecksOfBaselineAreOverridden() {
    for (PodSecurityCheck check : Checks.POD_SECURITY) {
      for (String other : check.overrides()) {
        assertEquals(PodSecurityLevel.RESTRICTED, check.level(), check.id());
        assertTrue(isBaseline(other), other);
      }
    }
  }

  private static boolean isBaseline(String id) {
    return Checks.POD_SECURITY.stream()
        .anyMatch(c -> c.id().equals(id) && c.level() == PodSecurityLevel.BASELINE);
  }

  @Test
  void everyCheckHasAPageAndEveryPageACheck() {
    List<String> pages =
        Stream.concat(Checks.ids().stream(), Stream.of("README"))
            .map(id -> id + ".md")
            .sorted()
            .toList();
    assertEquals(pages, Folders.names(Folders.PAGES));
  }

  @Test
  void checksOfOursAreSortedAndNoneIsTwice() {
    List<String> ours = Checks.OURS.stream().map(Check::id).toList();
    assertEquals(ours.stream().distinct().sorted().toList(), ours);
  }

  static Set<String> all() {
    return Checks.ids();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPageHasItsIdAsHeadAndShowsWhatToWrite(String id) throws IOException {
    String page = Files.readString(Folders.PAGES.resolve(id + ".md"));
    assertTrue(page.startsWith("# " + id + ": "), page);
    assertTrue(page.contains("\nAvoid:\n") && page.contains("\nPrefer:\n"), page);
  }

  @Test
  void everyCheckHasAFolderAndEveryFolderACheck() {
    assertEquals(
        checks().stream().map(Folders::of).sorted().toList(), Folders.names(Folders.FIXTURES));
  }

  static List<String> checks() {
    return Checks.ALL.stream().map(Check::id).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void everyCheckHasFixturesForBothAnswers(String id) {
    List<String> fixtures = Folders.names(Folders.FIXTURES.resolve(Folders.of(id)));
    assertTrue(fixtures.stream().anyMatch(name -> name.startsWith("allow-")), id);
    assertTrue(fixtures.stream().anyMatch(name -> isFound(name, id)), id);
  }

  /// Some checks refuse nothing.
  private static boolean isFound(String fixture, String id) {
    return switch (id) {
      case "imageSignature" -> fixture.startsWith("note-");
      case "serviceTargetPort", "undeclaredPod", "undeclaredPort", "unreachableRoute" ->
          fixture.startsWith("warn-");
      default -> fixture.startsWith("deny-");
    };
  }
}
