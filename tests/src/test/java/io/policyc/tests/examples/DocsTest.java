package io.policyc.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every block marked `policy` in the documentation is an input that compiles.
class DocsTest {
  /// @param place file and line of the block's first line
  record Block(String place, String text) {
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
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).strip().equals("```policy")) {
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).strip().equals("```")) {
          end++;
        }
        String place = Run.root().relativize(page) + ":" + (at + 2);
        blocks.add(new Block(place, String.join("\n", lines.subList(at + 1, end)) + "\n"));
        at = end;
      }
    }
    return blocks;
  }

  @Test
  void theLanguagePageHasBlocks() throws IOException {
    long count = blocks().stream().filter(b -> b.place().startsWith("docs/language.md")).count();
    assertTrue(count >= 8, "only " + count + " blocks");
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void compiles(Block block) {
    Run run = Run.of(block.text(), "compile", "-", "--stdout");
    assertEquals(0, run.exit(), run::toString);
  }
}
