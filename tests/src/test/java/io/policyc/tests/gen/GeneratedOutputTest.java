package io.policyc.tests.gen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.CiliumYamlReader;
import io.policyc.compiler.cilium.CiliumYamlWriter;
import io.policyc.compiler.cilium.Conflicts;
import io.policyc.compiler.emit.Document;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What holds of every output, whatever the input.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedOutputTest {
  private static final long SEED = 4_711;
  private static final int INPUTS = 500;

  private final List<Compiled> outputs = new ArrayList<>();

  @BeforeAll
  void compile() {
    long seed = Dice.seed(SEED);
    for (int i = 0; i < INPUTS; i++) {
      outputs.add(Compiled.of(GenInput.of(seed + i)));
    }
    assertTrue(outputs.stream().mapToInt(output -> output.documents().size()).sum() > INPUTS);
  }

  @Test
  void theOrderOfSentencesChangesNoByteButTheirLines() {
    for (Compiled output : outputs) {
      Dice dice = new Dice(output.input().seed());
      Compiled other = Compiled.of(output.input().with(dice.shuffled(output.input().lines())));
      assertEquals(withoutLines(output), withoutLines(other), output.input().text());
    }
  }

  @Test
  void theOrderAndNumberOfFilesChangesNoByteButTheirNames() {
    for (Compiled output : outputs) {
      Dice dice = new Dice(output.input().seed() + 1);
      List<Line> lines = dice.shuffled(output.input().lines());
      int cut = dice.between(0, lines.size());
      Compiled other =
          Compiled.of(
              List.of(
                  output.input().with(lines.subList(0, cut)),
                  output.input().with(lines.subList(cut, lines.size()))));
      assertEquals(withoutLines(output), withoutLines(other), output.input().text());
    }
  }

  // Every line but those that name sentences.
  private static String withoutLines(Compiled output) {
    return output.documents().stream()
        .map(document -> document.path() + "\n" + document.text())
        .flatMap(String::lines)
        .filter(line -> !line.contains(".policy:"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    for (Compiled output : outputs) {
      for (Document document : output.documents()) {
        String text =
            document
                .text()
                .lines()
                .filter(line -> !line.strip().startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(text, CiliumYamlWriter.write(read(document)), document.text());
      }
    }
  }

  @Test
  void noTwoPoliciesOfAnOutputConflict() {
    for (Compiled output : outputs) {
      List<CiliumNetworkPolicy> policies =
          output.documents().stream().flatMap(document -> read(document).stream()).toList();
      assertEquals(List.of(), Conflicts.find(policies), output.input().text());
    }
  }

  private static List<CiliumNetworkPolicy> read(Document document) {
    Checked<List<CiliumNetworkPolicy>> read =
        CiliumYamlReader.read(new Source(document.path(), document.text()));
    assertEquals(List.of(), read.findings());
    return read.value();
  }
}
