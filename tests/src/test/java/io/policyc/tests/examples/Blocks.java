package io.policyc.tests.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The blocks of code of a page.
final class Blocks {
  private final Path page;
  private final List<String> lines;
  private final List<Block> blocks = new ArrayList<>();

  private Blocks(Path page) throws IOException {
    this.page = page;
    this.lines = Files.readAllLines(page);
  }

  /// A block.
  ///
  /// @param place file and line of its first line
  /// @param language the word behind its fence
  /// @param avoid whether the page says that its code is found in it; empty where it says neither
  /// @param settings the `policyc.toml` right above it; empty where there is none
  /// @param manifests the manifests right above it, likewise
  record Block(
      String place,
      String page,
      String language,
      Optional<Boolean> avoid,
      String settings,
      String manifests,
      String text) {
    @Override
    public String toString() {
      return place;
    }
  }

  /// The blocks of a page, but for settings that belong to the block below them.
  static List<Block> of(Path page) throws IOException {
    Blocks blocks = new Blocks(page);
    blocks.read();
    return blocks.blocks;
  }

  /// The blocks of every page below a folder.
  static List<Block> below(Path folder) throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        blocks.addAll(of(page));
      }
    }
    return blocks;
  }

  private void read() {
    Optional<Boolean> avoid = Optional.empty();
    String settings = "";
    String manifests = "";
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).replace("*", "").strip();
      avoid = said(line, avoid);
      if (line.startsWith("```")) {
        int end = end(at);
        String text = String.join("\n", lines.subList(at + 1, end)) + "\n";
        boolean above = isAbovePolicy(end);
        boolean toml = above && line.equals("```toml");
        boolean yaml = above && line.equals("```yaml");
        if (!toml && !yaml) {
          blocks.add(block(at, line.substring(3), avoid, settings, manifests, text));
        }
        settings = toml ? text : "";
        manifests = yaml ? text : "";
        at = end;
      }
    }
  }

  private Block block(
      int at,
      String language,
      Optional<Boolean> avoid,
      String settings,
      String manifests,
      String text) {
    String place = Run.root().relativize(page) + ":" + (at + 2);
    String name = page.getFileName().toString().replace(".md", "");
    return new Block(place, name, language, avoid, settings, manifests, text);
  }

  private static Optional<Boolean> said(String line, Optional<Boolean> before) {
    if (line.startsWith("Avoid") || line.startsWith("Said ")) {
      return Optional.of(true);
    }
    boolean prefer = line.startsWith("Prefer") || line.startsWith("Not said ");
    return prefer ? Optional.of(false) : before;
  }

  private int end(int fence) {
    int end = fence + 1;
    while (end < lines.size() && !lines.get(end).strip().equals("```")) {
      end++;
    }
    return end;
  }

  private boolean isAbovePolicy(int end) {
    int next = end + 1;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next < lines.size() && lines.get(next).strip().equals("```policy");
  }
}
