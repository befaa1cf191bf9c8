package io.policyc.tests.falco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.FalcoChecker;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages about rules files of Falco: what is to be avoided is found under the page's code, and
/// what is to be preferred is clean.
class PagesTest {
  /// Pages whose example would be too large, or needs a plugin.
  private static final Set<Code> IN_WORDS = Set.of(Code.PC0901, Code.PC0932);

  static Stream<Code> codes() {
    return Arrays.stream(Code.values()).filter(code -> code.name().startsWith("PC09"));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void avoidsAndPrefers(Code code) throws IOException {
    List<String> examples = examples(code);
    if (IN_WORDS.contains(code)) {
      assertEquals(List.of(), examples);
      return;
    }
    assertEquals(2, examples.size());
    assertTrue(rules(examples.getFirst()).contains(code.name()), examples.getFirst());
    assertEquals(List.of(), FalcoChecker.check(new Source("prefer.yaml", examples.getLast())));
  }

  private static List<String> rules(String yaml) {
    return FalcoChecker.check(new Source("avoid.yaml", yaml)).stream().map(Finding::rule).toList();
  }

  private static List<String> examples(Code code) throws IOException {
    List<String> examples = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("../docs/diagnostics/" + code + ".md"))) {
      if (inside && line.equals("```")) {
        examples.add(block.toString());
        block.setLength(0);
      } else if (inside) {
        block.append(line).append('\n');
      }
      inside = line.equals("```yaml") || (inside && !line.equals("```"));
    }
    return examples;
  }

  @Test
  void knowsTheCodes() {
    assertTrue(codes().count() > 25);
  }
}
