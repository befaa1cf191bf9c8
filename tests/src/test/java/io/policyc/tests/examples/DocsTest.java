package io.policyc.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.tests.examples.Blocks.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every block marked `policy` in the documentation is an input that compiles, but for what the
/// page of a diagnostic says to avoid: that is what the diagnostic finds.
class DocsTest {
  static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>(Blocks.below(Run.root().resolve("docs")));
    blocks.addAll(Blocks.of(Run.root().resolve("README.md")));
    return blocks.stream().filter(block -> block.language().equals("policy")).toList();
  }

  @Test
  void theLanguagePageHasBlocks() throws IOException {
    long count = blocks().stream().filter(b -> b.place().startsWith("docs/language.md")).count();
    assertTrue(count >= 8, "only " + count + " blocks");
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void isWhatThePageSays(Block block, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("policyc.toml"), block.settings());
    Files.writeString(folder.resolve("page.policy"), block.text());
    // A fixed day: pages about dates stay true.
    List<String> command =
        new ArrayList<>(List.of("compile", "page.policy", "--stdout", "--today", "2026-06-01"));
    if (!block.manifests().isEmpty()) {
      Files.writeString(folder.resolve("k8s.yaml"), block.manifests());
      command.addAll(List.of("--manifests", "k8s.yaml"));
    }
    Run run = Run.in(folder, command.toArray(String[]::new));
    String code = "[" + block.page() + "]";
    if (block.avoid().orElse(false)) {
      assertTrue(run.err().contains(code), run::toString);
    } else {
      assertEquals(0, run.exit(), run::toString);
      assertFalse(run.err().contains(code), run::toString);
    }
  }
}
