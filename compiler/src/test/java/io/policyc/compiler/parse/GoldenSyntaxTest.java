package io.policyc.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Fix;
import io.policyc.findings.Source;
import io.policyc.findings.render.TextRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every mistake in `syntax/<code>.policy` is found where `syntax/<code>.diagnostics` says, with
/// that advice; `-Dgolden=update` writes the latter and fails.
final class GoldenSyntaxTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/io/policyc/compiler/syntax").toAbsolutePath();

  /// Codes whose mistakes are too large or too odd for a file: [HostileTest] makes them.
  private static final Set<String> ELSEWHERE =
      Set.of("PC0001", "PC0006", "PC0007", "PC0009", "PC0010", "PC0011", "PC0012");

  static Stream<Path> policies() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".policy")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void saysWhatIsExpected(Path policy) throws IOException {
    String actual = rendered(findings(read(policy)));
    Path golden = Path.of(policy.toString().replace(".policy", ".diagnostics"));
    if (System.getProperty("golden", "").equals("update")) {
      Files.writeString(golden, actual);
      fail("wrote " + golden.getFileName() + ": read the difference and run again");
    }
    assertEquals(read(golden), actual);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void isFiledUnderItsCode(Path policy) throws IOException {
    String code = policy.getFileName().toString().substring(0, 6);
    assertEquals(code, findings(read(policy)).getFirst().rule());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyFixMendsItsMistake(Path policy) throws IOException {
    String text = read(policy);
    List<Finding> before = findings(text);
    for (Finding finding : before) {
      if (finding.fix().isPresent()) {
        String mended = apply(text, finding.fix().orElseThrow());
        assertEquals(rulesWithout(before, finding), rules(findings(mended)), mended);
      }
    }
  }

  @Test
  void noGoldenIsOrphaned() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".policy")).toList()) {
        Path policy = Path.of(file.toString().replace(".diagnostics", ".policy"));
        assertTrue(Files.exists(policy) && !policy.equals(file), file.toString());
      }
    }
  }

  @Test
  void everyCodeIsShown() throws IOException {
    Set<String> shown = new TreeSet<>(ELSEWHERE);
    for (Path policy : policies().toList()) {
      findings(read(policy)).forEach(f -> shown.add(f.rule()));
    }
    for (Code code : Code.values()) {
      boolean ours = code.name().startsWith("PC00") || code.name().startsWith("PC01");
      assertFalse(ours && isSyntax(code) && !shown.contains(code.name()), code.name());
    }
  }

  // From PC0020 on, what is read is files, not texts.
  private static boolean isSyntax(Code code) {
    return code.name().startsWith("PC01") || code.name().compareTo("PC0020") < 0;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static List<Finding> findings(String text) {
    return PolicyParser.parse(new Source("x.policy", text)).findings();
  }

  private static String apply(String text, Fix fix) {
    return text.substring(0, fix.at().start()) + fix.replacement() + text.substring(fix.at().end());
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).toList();
  }

  private static List<String> rulesWithout(List<Finding> findings, Finding mended) {
    List<Finding> rest = new ArrayList<>(findings);
    rest.remove(mended);
    return rules(rest);
  }

  private static String rendered(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(new TextRenderer(false).render(List.of(finding)).stripTrailing()).append('\n');
      finding.fix().ifPresent(fix -> text.append("   fix: ").append(fix(fix)).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  private static String fix(Fix fix) {
    return fix.at().line()
        + ":"
        + fix.at().column()
        + " "
        + (fix.at().start() == fix.at().end() ? "insert" : "replace `" + fix.at().text() + "` by")
        + " `"
        + fix.replacement().replace("\n", "\\n")
        + "`";
  }
}
