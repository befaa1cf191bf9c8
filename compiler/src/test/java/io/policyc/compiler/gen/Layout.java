package io.policyc.compiler.gen;

import java.util.List;
import java.util.Random;

/// Blanks, line ends and comments wherever the language lets them stand.
final class Layout {
  private final Random random;

  Layout(Random random) {
    this.random = random;
  }

  String blanks() {
    return switch (random.nextInt(12)) {
      case 0 -> "\t";
      case 1 -> "   ";
      default -> " ";
    };
  }

  String comma() {
    return switch (random.nextInt(8)) {
      case 0 -> ",\n  ";
      case 1 -> ", # why\n\n  # and this\n ";
      default -> "," + blanks();
    };
  }

  /// Before a word that carries a sentence on.
  String clause() {
    return switch (random.nextInt(6)) {
      case 0 -> "\n  ";
      case 1 -> "  # so\n# é\n  ";
      default -> " ";
    };
  }

  String block(List<String> items) {
    if (items.isEmpty()) {
      return random.nextBoolean() ? "{}" : "{ # nothing\n}";
    }
    return random.nextBoolean()
        ? "{ " + String.join(" ; ", items) + " }"
        : "{" + line() + String.join(line(), items) + line() + "}";
  }

  private String line() {
    return switch (random.nextInt(5)) {
      case 0 -> "  # comment\n\n\n  ";
      case 1 -> "\n  # own line\n  ";
      case 2 -> " ;\n\t";
      default -> "\n  ";
    };
  }

  String end() {
    return random.nextInt(5) == 0 ? "  # trailing" : "";
  }

  /// Between two sentences.
  String between() {
    return switch (random.nextInt(5)) {
      case 0 -> "\n\n\n";
      case 1 -> "\n# above\n";
      case 2 -> "\n\n  # above\n\n";
      default -> "\n";
    };
  }
}
