package io.policyc.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every block marked `policy` in the documentation is an input that compiles, but for what the
/// page of a diagnostic says to avoid: that is what the diagnostic finds.
class DocsTest {
  /// @param place file and line of the block's first line
  /// @param avoid the code that is found in it; empty where it compiles
  record Block(String place, Optional<String> avoid, String text) {
    @Override
    public String toString() {
      return place;
    }
  }

  static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Run.root().resolve("docs"))) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
      for (Path page : pages) {
        blocks.addAll(blocks(page));
      }
    }
    blocks.addAll(blocks(Run.root().resolve("README.md")));
    return blocks;
  }

  private static List<Block> blocks(Path page) throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = Files.readAllLines(page);
    boolean avoid = false;
    for (int at = 0; at < lines.size(); at++) {
      String word = lines.get(at).replace("*", "");
      avoid = word.startsWith("Avoid") || (avoid && !word.startsWith("Prefer"));
      if (lines.get(at).strip().equals("```policy")) {
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).strip().equals("```")) {
          end++;
        }
        String place = Run.root().relativize(page) + ":" + (at + 2);
        String text = String.join("\n", lines.subList(at + 1, end)) + "\n";
        blocks.add(new Block(place, avoid ? Optional.of(code(page)) : Optional.empty(), text));
        at = end;
      }
    }
    return blocks;
  }

  private static String code(Path page) {
    return page.getFileName().toString().replace(".md", "");
  }

  @Test
  void theLanguagePageHasBlocks() throws IOException {
    long count = blocks().stream().filter(b -> b.place().startsWith("docs/language.md")).count();
    assertTrue(count >= 8, "only " + count + " blocks");
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void isWhatThePageSays(Block block) {
    // A fixed day: pages about dates stay true.
    Run run = Run.of(block.text(), "compile", "-", "--stdout", "--today", "2026-06-01");
    if (block.avoid().isPresent()) {
      assertTrue(run.err().contains("[" + block.avoid().get() + "]"), run::toString);
    } else {
      assertEquals(0, run.exit(), run::toString);
    }
  }
}
