package io.policyc.compiler.emit.falco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.falco.FalcoRules.FalcoException;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.FalcoRulesWriter;
import io.policyc.compiler.falco.check.FalcoChecker;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.findings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What `docs/targets/falco.md` says of tuning is true.
final class TuningTest {
  private static final Path PAGE = Path.of("../docs/targets/falco.md");

  private static final Example EXAMPLE =
      new Example(
          "shop.policy",
          """
          namespace shop
          workload web { app: web; port 8080 }
          web is closed
          alert when web spawns a shell
          alert when web reads /etc/shadow
          alert when web writes below /etc
          alert when web escalates privileges
          """);

  /// The file of one's own on that page loads after ours without a word.
  @Test
  void theExampleLoads() throws IOException {
    String page = Files.readString(PAGE);
    String tuning = page.substring(page.indexOf("## Tuning"));
    int start = tuning.indexOf("```yaml\n") + 8;
    Source mine = new Source("mine.yaml", tuning.substring(start, tuning.indexOf("```", start)));
    assertTrue(mine.text().contains("exceptions: append"), mine.text());
    Source ours = new Source("ours.yaml", FalcoRulesWriter.write(EXAMPLE.rules()));
    assertEquals(List.of(), FalcoChecker.check(List.of(ours, mine), Plugins.BUNDLED));
  }

  /// The table there lists the exceptions that rules have, with their fields.
  @Test
  void theTableOfExceptionsIsWhole() throws IOException {
    TreeMap<String, String> listed = new TreeMap<>();
    String page = Files.readString(PAGE);
    page.substring(page.indexOf("| exception | fields"))
        .lines()
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> line.split("\\|", -1))
        .forEach(cells -> listed.put(plain(cells[1]), plain(cells[2])));
    TreeMap<String, String> there = new TreeMap<>();
    for (FalcoRule rule : EXAMPLE.rules().rules()) {
      rule.exceptions().forEach(e -> there.put(e.name(), fields(e)));
    }
    assertEquals(there.keySet(), new TreeSet<>(listed.keySet()));
    there.forEach(
        (name, fields) ->
            assertEquals(
                fields, listed.getOrDefault(name, "").replaceAll(" (in|pmatch|startswith)", "")));
  }

  private static String plain(String cell) {
    return cell.replace("`", "").strip();
  }

  private static String fields(FalcoException exception) {
    return String.join(", ", exception.fields());
  }
}
