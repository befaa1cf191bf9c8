package io.policyc.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Code;
import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.cilium.CiliumYamlReader;
import io.policyc.compiler.cilium.ClusterFlags;
import io.policyc.compiler.cilium.Conflict;
import io.policyc.compiler.cilium.Conflicts;
import io.policyc.compiler.cilium.Sanitize;
import io.policyc.compiler.cilium.Violation;
import io.policyc.compiler.project.SettingsReader;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.tests.examples.Blocks.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The blocks on the pages of PC07 are read as policies, those of PC08 as settings, and what they
/// say to avoid gives their code. [DocsTest] does the same with sentences.
class DiagnosticPagesTest {
  /// Codes whose page cannot show both a text that gives it and one that does not, and why.
  private static final Map<String, String> NOT_SHOWN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("PC0405", "takes a thousand ranges of addresses"),
              Map.entry("PC0408", "PC0323 says so first: a second line, tried on models"),
              Map.entry("PC0409", "no sentence is known that gives it: a second line"),
              Map.entry("PC0411", "takes a thousand namespaces"),
              Map.entry("PC0413", "takes thousands of ports and peers"),
              Map.entry("PC0702", "takes a text of 64 Mi characters"),
              Map.entry("PC0711", "a fault of policyc, said by --verify"),
              Map.entry("PC0712", "a fault of policyc, said by --verify"),
              Map.entry("PC0806", "about which files are named"),
              Map.entry("PC0807", "about the environment"),
              Map.entry("PC0808", "about where files lie"),
              Map.entry("PC0820", "about the output folder"),
              Map.entry("PC0821", "about the output folder"),
              Map.entry("PC0822", "about the output folder"),
              Map.entry("PC0823", "about the output folder"),
              Map.entry("PC0824", "about the output folder"),
              Map.entry("PC0825", "about the output folder")));

  private static List<Block> blocks(String codes, String language) throws IOException {
    return Blocks.below(Run.root().resolve("docs/diagnostics")).stream()
        .filter(block -> block.page().startsWith(codes) && block.language().equals(language))
        .toList();
  }

  static List<Block> policies() throws IOException {
    return blocks("PC07", "yaml");
  }

  static List<Block> settings() throws IOException {
    return blocks("PC08", "toml");
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aPolicyIsWhatThePageSays(Block block) {
    assertSaid(block, judge(new Source("page.yaml", block.text())));
  }

  private static List<Finding> judge(Source source) {
    Checked<List<CiliumNetworkPolicy>> read = CiliumYamlReader.read(source);
    if (read.hasErrors()) {
      return read.findings();
    }
    List<Finding> findings = new ArrayList<>(read.findings());
    Sanitize rules = new Sanitize(CiliumVersion.V1_20, ClusterFlags.DEFAULT, _ -> Optional.empty());
    for (CiliumNetworkPolicy policy : read.value()) {
      rules.violations(policy).stream().map(Violation::finding).forEach(findings::add);
    }
    Conflicts.find(read.value()).stream().map(Conflict::finding).forEach(findings::add);
    return findings;
  }

  @ParameterizedTest
  @MethodSource("settings")
  void settingsAreWhatThePageSays(Block block) {
    Source source = new Source("policyc.toml", block.text());
    assertSaid(block, SettingsReader.read(Optional.of(source), List.of()).findings());
  }

  // What is to be avoided has the code and nothing else; what is preferred has nothing.
  private static void assertSaid(Block block, List<Finding> findings) {
    boolean avoid = block.avoid().orElseThrow();
    List<String> codes = findings.stream().map(Finding::rule).distinct().toList();
    assertEquals(avoid ? List.of(block.page()) : List.of(), codes, findings::toString);
  }

  @Test
  void everyPageShowsBothOrHasAReason() throws IOException {
    List<Block> tried = new ArrayList<>(DocsTest.blocks());
    tried.addAll(policies());
    tried.addAll(settings());
    for (Code code : Code.values()) {
      String name = code.name();
      if (name.startsWith("PC04") || name.startsWith("PC07") || name.startsWith("PC08")) {
        boolean both = shows(tried, name, true) && shows(tried, name, false);
        assertTrue(both != NOT_SHOWN.containsKey(name), name);
      }
    }
  }

  private static boolean shows(List<Block> tried, String code, boolean avoid) {
    return tried.stream()
        .anyMatch(b -> b.page().equals(code) && b.avoid().equals(Optional.of(avoid)));
  }
}
