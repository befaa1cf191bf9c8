package io.policyc.signatures.sigstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.sigstore.SecondOpinionDifference.Accepts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// sigstore-java says the same as policyc, apart from listed differences.
@Tag("second-opinion")
class SecondOpinionTest {
  private static final Path PAGE =
      Path.of("../docs/decisions/0052-where-sigstore-java-and-policyc-differ.md");
  private static final SecondOpinion OTHER = new SecondOpinion();
  private static final List<SecondOpinionCase> ALL = SecondOpinionCase.all();

  static List<SecondOpinionCase> all() {
    return ALL;
  }

  /// A difference that is not listed fails, and so does a listed one that no longer shows.
  @ParameterizedTest
  @MethodSource("all")
  void agreesOrDiffersAsListed(SecondOpinionCase one) {
    Verdict ours = one.verdict();
    Optional<String> refusal = OTHER.refusal(one);
    assertEquals(
        SecondOpinionDifference.of(one.name()).map(SecondOpinionDifference::who),
        difference(ours instanceof Verdict.Verified, refusal.isEmpty()),
        () -> "policyc: " + ours + "\nsigstore-java: " + refusal.orElse("accepted"));
  }

  private static Optional<Accepts> difference(boolean ours, boolean theirs) {
    return ours == theirs
        ? Optional.empty()
        : Optional.of(ours ? Accepts.POLICYC : Accepts.SIGSTORE_JAVA);
  }

  @ParameterizedTest
  @EnumSource
  void differencesAreAskedForAndExplained(SecondOpinionDifference difference) throws IOException {
    List<String> names = ALL.stream().map(SecondOpinionCase::name).toList();
    assertTrue(names.containsAll(difference.names()), difference.names().toString());
    String row = "| `" + difference.name() + "` | " + difference.names().size() + " | ";
    assertTrue(Files.readString(PAGE).contains("\n" + row), row);
  }

  @Test
  void noneStandsTwice() {
    List<String> names = ALL.stream().map(SecondOpinionCase::name).toList();
    assertEquals(names.size(), new HashSet<>(names).size());
    List<String> listed =
        Arrays.stream(SecondOpinionDifference.values()).flatMap(d -> d.names().stream()).toList();
    assertEquals(listed.size(), new HashSet<>(listed).size());
  }

  /// Both must be able to say either, or their agreement would mean nothing.
  @Test
  void figuresAreAsThePageSays() throws IOException {
    Map<String, Long> counts =
        ALL.stream()
            .collect(
                Collectors.groupingBy(
                    SecondOpinionTest::figure, TreeMap::new, Collectors.counting()));
    counts.forEach((figure, count) -> System.out.println(figure + " | " + count));
    String page = Files.readString(PAGE);
    counts.forEach(
        (figure, count) ->
            assertTrue(page.contains("\n| " + figure + " | " + count + " |\n"), figure + count));
  }

  private static String figure(SecondOpinionCase one) {
    String group = one.name().substring(0, one.name().indexOf(':'));
    boolean ours = one.verdict() instanceof Verdict.Verified;
    Optional<String> refusal = OTHER.refusal(one);
    return group + " | " + said(ours, refusal);
  }

  private static String said(boolean ours, Optional<String> refusal) {
    if (refusal.isEmpty()) {
      return ours ? "both accept" : "sigstore-java alone accepts";
    }
    return ours
        ? "policyc alone accepts"
        : refusal.filter(SecondOpinion::isUnread).isPresent()
            ? "both refuse, but sigstore-java knows no such entry"
            : "both refuse";
  }
}
