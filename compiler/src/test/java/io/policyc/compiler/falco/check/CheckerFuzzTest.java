package io.policyc.compiler.falco.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.falco.check.Recorded.Verdict;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.ConditionParser;
import io.policyc.compiler.falco.condition.ConditionParser.Parsed;
import io.policyc.compiler.falco.condition.ConditionParser.Refused;
import io.policyc.compiler.falco.condition.ConditionText;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.render.TextRenderer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Recorded rules files, damaged at random: each gets findings at places within it, the same each
/// time, and never an exception.
///
/// `-Dinputs=200000` damages more, `-Dseed=random` others.
class CheckerFuzzTest {
  private static final int INPUTS = Integer.getInteger("inputs", 3_000);
  private static final Duration HANGS = Duration.ofMinutes(1);

  private static long seed() {
    String seed = System.getProperty("seed", "20261124");
    return seed.equals("random") ? System.nanoTime() : Long.parseLong(seed);
  }

  @Test
  void filesGetFindings() {
    List<Recorded> files = Recorded.load();
    List<Recorded> right =
        files.stream().filter(f -> f.falco().equals(new Verdict("", new TreeSet<>()))).toList();
    long seed = seed();
    int clean = 0;
    for (int i = 0; i < INPUTS; i++) {
      Damage damage = new Damage(new Random(seed + i));
      String whole = damage.any(i % 4 == 0 ? files : right).yaml();
      String yaml = damage.text(i % 3 == 0 ? whole + '\n' + damage.any(files).yaml() : whole);
      clean += check(yaml, "seed " + (seed + i)) ? 1 : 0;
    }
    assertTrue(clean > INPUTS / 100 && clean < INPUTS / 2, clean + " of " + INPUTS + " clean");
  }

  private static boolean check(String yaml, String seed) {
    Source source = new Source("x.yaml", yaml);
    List<Finding> findings = assertTimeoutPreemptively(HANGS, () -> findings(source), seed);
    for (Finding finding : findings) {
      finding.at().ifPresent(at -> assertTrue(at.end() <= yaml.length(), seed));
    }
    assertEquals(findings, findings(source), seed);
    assertEquals(findings.isEmpty(), new TextRenderer(false).render(findings).isEmpty(), seed);
    return findings.isEmpty();
  }

  private static List<Finding> findings(Source source) {
    return FalcoChecker.check(List.of(source), Plugins.BUNDLED.with("k8smeta", Plugins.ANY))
        .stream()
        .map(FalcoFinding::finding)
        .toList();
  }

  @Test
  void conditionsAreReadOrRefused() {
    List<String> conditions =
        Recorded.load().stream().flatMap(one -> condition(one.yaml()).stream()).toList();
    long seed = seed();
    int parsed = 0;
    for (int i = 0; i < INPUTS * 5; i++) {
      Damage damage = new Damage(new Random(seed - i));
      String text = damage.text(damage.any(conditions));
      parsed += readsBack(text, "seed " + (seed - i) + ": " + text) ? 1 : 0;
    }
    assertTrue(parsed > INPUTS / 2 && parsed < INPUTS * 4, parsed + " parsed");
  }

  private static Optional<String> condition(String yaml) {
    return yaml.lines()
        .filter(line -> line.startsWith("  condition: \""))
        .map(line -> line.substring("  condition: \"".length(), line.length() - 1))
        .findFirst();
  }

  private static boolean readsBack(String text, String about) {
    return switch (ConditionParser.parse(text)) {
      case Refused(var problem) -> {
        assertTrue(problem.at() + problem.length() <= text.length() + 1, about);
        yield false;
      }
      case Parsed(var condition, _) -> {
        written(condition)
            .ifPresent(
                canonical -> {
                  Parsed again = (Parsed) ConditionParser.parse(canonical);
                  assertEquals(canonical, ConditionText.of(again.condition()), about);
                });
        yield true;
      }
    };
  }

  // A constant that ends in a backslash and has a blank can't be written in quotes.
  private static Optional<String> written(Condition condition) {
    try {
      return Optional.of(ConditionText.of(condition));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
