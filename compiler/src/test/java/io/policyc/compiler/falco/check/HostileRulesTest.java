package io.policyc.compiler.falco.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.findings.Source;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Rules files that somebody made to hurt: each gets findings or none, in bounded time and memory.
///
/// The time is there to tell a hang from an answer; nothing is measured.
class HostileRulesTest {
  private static final Duration HANGS = Duration.ofMinutes(2);

  static List<FalcoFinding> check(String yaml) {
    return assertTimeoutPreemptively(
        HANGS, () -> FalcoChecker.check(List.of(new Source("x.yaml", yaml)), Plugins.BUNDLED));
  }

  private static String rule(String name, String condition) {
    return "- rule: "
        + name
        + "\n  desc: D\n  condition: "
        + condition
        + "\n  output: O\n  priority: INFO\n";
  }

  private static String many(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }

  private static String list(String separator, int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
  }

  private static Arguments text(String what, Supplier<String> yaml) {
    return Arguments.of(what, yaml);
  }

  private static Arguments text(String what, Supplier<String> yaml, String message) {
    return Arguments.of(what, yaml, message);
  }

  static Stream<Arguments> large() {
    return Stream.of(
        text(
            "3,000 or-terms",
            () ->
                rule(
                    "R",
                    "evt.type = open and (" + list(" or ", 3000, i -> "proc.name = a" + i) + ")")),
        text(
            "1,200 parentheses",
            () -> rule("R", "(".repeat(1200) + "evt.type = open" + ")".repeat(1200))),
        text(
            "a list of 20,000 items",
            () ->
                "- list: l\n  items: ["
                    + list(", ", 20_000, i -> "a" + i)
                    + "]\n"
                    + rule("R", "evt.type = open and proc.name in (l)")),
        text(
            "10,000 rules",
            () -> many(10_000, i -> rule("R" + i, "evt.type = open and proc.name = a" + i))),
        text(
            "a chain of 30,000 macros",
            () ->
                "- macro: m0\n  condition: evt.type = open\n"
                    + many(30_000, i -> "- macro: m" + (i + 1) + "\n  condition: m" + i + "\n")
                    + rule("R", "m30000")),
        text(
            "macros that double",
            () ->
                "- macro: m0\n  condition: evt.type = open\n"
                    + many(
                        200,
                        i -> "- macro: m" + (i + 1) + "\n  condition: m" + i + " or m" + i + "\n")
                    + rule("R", "m200")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  void loadsWhatIsOnlyLarge(String what, Supplier<String> yaml) {
    assertEquals(List.of(), check(yaml.get()).stream().map(f -> f.finding().message()).toList());
  }

  static Stream<Arguments> deep() {
    return Stream.of(
        text("100,000 parentheses", () -> rule("R", "(".repeat(100_000)), "deeper than"),
        text("100,000 nots", () -> rule("R", "not (".repeat(100_000)), "deeper than"),
        text("deep flows", () -> "[".repeat(200_000), "deeper in each other"),
        text("deep blocks", () -> many(3000, i -> " ".repeat(i) + "a:\n"), "deeper in each other"));
  }

  static Stream<Arguments> longTexts() {
    return Stream.of(
        text("10 MB of one word", () -> "x".repeat(10 << 20), "rules are a list"),
        text(
            "10 MB of one condition",
            () -> rule("R", "\"" + "proc.name = a and ".repeat(600_000) + "x\""),
            "no macro `x`"),
        text(
            "10 MB of quotes",
            () -> rule("R", "\"" + "' ".repeat(5 << 20) + "\""),
            "must stand here"),
        text(
            "a constant of 10 MB",
            () -> rule("R", "proc.name = " + "x".repeat(10 << 20)),
            "more than 255"),
        text(
            "a regex of 10 MB",
            () -> rule("R", "proc.name regex '" + "[[:".repeat(3 << 20) + "'"),
            "more than 255"),
        text(
            "10 MB of percent signs",
            () ->
                rule("R", "evt.type = open")
                    .replace("output: O", "output: \"" + "% ".repeat(5 << 20) + "\""),
            "begins a field"));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        text(
            "100,000 wrong fields",
            () -> rule("R", "\"" + "no.field = a or ".repeat(100_000) + "a.b = c\""),
            "no field `no.field`"),
        text(
            "100,000 wrong events",
            () -> rule("R", "evt.type in (" + list(", ", 100_000, i -> "opne" + i) + ")"),
            "no event"),
        text(
            "100,000 unknown macros",
            () -> rule("R", list(" or ", 100_000, i -> "m" + i)),
            "no macro `m0`"),
        text(
            "a circle of 20,000 macros",
            () ->
                many(20_000, i -> "- macro: m" + i + "\n  condition: evt.type = open\n")
                    + many(
                        20_000,
                        i -> "- macro: m" + i + "\n  condition: m" + (i + 1) % 20_000 + "\n")
                    + rule("R", "m0"),
            "names itself"));
  }

  static Stream<Arguments> multiplied() {
    return Stream.of(
        text(
            "lists that square",
            () ->
                "- list: a\n  items: ["
                    + list(", ", 20_000, i -> "x" + i)
                    + "]\n- list: b\n  items: ["
                    + list(", ", 20_000, i -> "a")
                    + "]\n"
                    + rule("R", "evt.type = open and proc.name in (b)"),
            "PC0901: the lists are too large"),
        text(
            "a list named 100,000 times",
            () ->
                "- list: a\n  items: ["
                    + list(", ", 10_000, i -> "x" + i)
                    + "]\n"
                    + rule(
                        "R",
                        "evt.type = open and proc.name in (" + list(", ", 100_000, i -> "a") + ")"),
            "PC0901: the lists are too large"),
        text(
            "100,000 lists in one condition",
            () ->
                many(100_000, i -> "- list: l" + i + "\n  items: [x]\n")
                    + rule(
                        "R",
                        "evt.type = open and proc.name in ("
                            + list(", ", 100_000, i -> "l" + i)
                            + ")"),
            "PC0901: the lists are too large"));
  }

  static Stream<Arguments> grown() {
    return Stream.of(
        text(
            "20,000 appends",
            () ->
                rule("R", "evt.type = open")
                    + many(
                        20_000,
                        i ->
                            "- rule: R\n  condition: and proc.name = a\n  override: {condition: append}\n"),
            ""),
        text(
            "20,000 exceptions",
            () ->
                rule("R", "evt.type = open")
                    + "  exceptions:\n"
                    + many(
                        20_000,
                        i ->
                            "  - {name: e"
                                + i
                                + ", fields: [proc.name], comps: [=], values: [[a]]}\n"),
            ""));
  }

  static Stream<Arguments> aliased() {
    return Stream.of(
        text(
            "an alias in itself",
            () ->
                rule("R", "evt.type = open")
                    + "  exceptions:\n  - {name: e, fields: &a [*a, *a, *a], values: &b [*b, *b]}\n",
            ""),
        text(
            "aliases that double",
            () ->
                many(
                    40,
                    i ->
                        "- &a"
                            + i
                            + " ["
                            + (i == 0 ? "x" : "*a" + (i - 1) + ", *a" + (i - 1))
                            + "]\n"),
            "an item is a mapping"),
        text(
            "one list for 10,000",
            () ->
                "- list: l\n  items: &a ["
                    + list(", ", 100_000, i -> "x")
                    + "]\n"
                    + many(10_000, i -> "- list: l" + i + "\n  items: *a\n"),
            "PC0901: the rules are larger"),
        text(
            "one condition for 10,000",
            () ->
                rule("R", "&c \"" + "proc.name = a and ".repeat(60_000) + "evt.type = open\"")
                    + many(10_000, i -> rule("R" + i, "*c")),
            "PC0901: the rules are larger"));
  }

  static Stream<Arguments> odd() {
    return Stream.of(
        text("carriage returns and tabs", () -> "\r\t".repeat(1 << 20), ""),
        text(
            "characters of no text",
            () -> "- rule: \u0000\u0001\uD800\uFFFF\n".repeat(1000),
            "`enabled` is missing"),
        text("300,000 empty items", () -> "-\n".repeat(300_000), ""),
        text("300,000 findings", () -> "- 5\n".repeat(300_000), "more than 1,000 findings"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"deep", "longTexts", "wrong", "multiplied", "grown", "aliased", "odd"})
  void answersWhatHurts(String what, Supplier<String> yaml, String message) {
    List<String> messages =
        check(yaml.get()).stream()
            .map(f -> f.finding().rule() + ": " + f.finding().message())
            .toList();
    boolean found = message.isEmpty() || messages.stream().anyMatch(m -> m.contains(message));
    assertTrue(found, () -> what + ": " + messages.stream().limit(5).toList());
    assertTrue(messages.size() <= 1001, what);
  }

  @Test
  void manyFilesAreCheckedTogether() {
    List<Source> files =
        IntStream.range(0, 5000)
            .mapToObj(
                i ->
                    new Source(
                        i + ".yaml",
                        rule("R" + i, "evt.type = open and m" + i)
                            + "- macro: m"
                            + i
                            + "\n  condition: proc.name = a\n"))
            .toList();
    List<FalcoFinding> found =
        assertTimeoutPreemptively(HANGS, () -> FalcoChecker.check(files, Plugins.BUNDLED));
    assertEquals(List.of(), found);
  }
}
