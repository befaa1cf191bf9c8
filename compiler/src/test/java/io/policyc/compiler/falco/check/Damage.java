package io.policyc.compiler.falco.check;

import java.util.List;
import java.util.Random;

/// Damages texts: takes away, doubles, puts in what means something in YAML or in conditions.
final class Damage {
  private static final List<String> WORDS =
      List.of(
          "\n",
          "\r\n",
          "\t",
          " ",
          "  ",
          "\n- ",
          "\n  ",
          ": ",
          ",",
          "[",
          "]",
          "{",
          "}",
          "(",
          ")",
          "\"",
          "'",
          "\\",
          "#",
          "&a ",
          "*a",
          "|\n",
          ">-\n",
          "---\n",
          "...",
          "!!str ",
          "? ",
          "%",
          "\0",
          "\u00e9",
          "\ud83d\ude00",
          "\ud800",
          " and ",
          " or ",
          " not ",
          " in ",
          " = ",
          " != ",
          "val(",
          "tolower(",
          "anyof ",
          "evt.type",
          "proc.name",
          "fd.net",
          "k8s.pod.label[a]",
          "exists",
          "<NA>",
          "1.2.3.4/8",
          "::1",
          "65536",
          "0x1",
          "regex '[[:'",
          "- list: l\n",
          "- macro: m\n",
          "override:\n    condition: append\n",
          "append: true",
          "exceptions:",
          "values: [[a]]",
          "comps: [in]",
          "enabled: false",
          "source: x",
          "*%fd.name");

  private final Random random;

  Damage(Random random) {
    this.random = random;
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  String text(String whole) {
    StringBuilder text = new StringBuilder(whole);
    for (int i = random.nextInt(4); i >= 0; i--) {
      hurt(text);
    }
    return text.toString();
  }

  private void hurt(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(random.nextBoolean() ? 3 : 30));
    String part = text.substring(at, end);
    switch (random.nextInt(6)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, part);
      case 2 -> text.insert(random.nextInt(text.length() + 1), part);
      case 3 -> text.replace(at, end, any(WORDS));
      case 4 -> text.setLength(Math.max(at, text.length() / 2));
      default -> text.insert(at, any(WORDS));
    }
  }
}
