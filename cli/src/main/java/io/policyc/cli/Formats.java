package io.policyc.cli;

import io.policyc.findings.render.GitHubRenderer;
import io.policyc.findings.render.JUnitRenderer;
import io.policyc.findings.render.JsonRenderer;
import io.policyc.findings.render.Renderer;
import io.policyc.findings.render.SarifRenderer;
import java.util.List;

/// The output formats for programs. Apart from the text for people, so that a plain run loads none
/// of them.
final class Formats {
  private Formats() {}

  /// The renderer of a format.
  ///
  /// @param id one of [FindingsOutput#FORMATS], but not `text`
  /// @param inputs the names of the files that were read, as far as they are known
  static Renderer named(String id, List<String> inputs) {
    return switch (id) {
      case "json" -> new JsonRenderer();
      case "sarif" -> new SarifRenderer(VersionCommand.version(), Rules::of, inputs);
      case "junit" -> new JUnitRenderer(inputs);
      case "github" -> new GitHubRenderer();
      default -> throw new IllegalArgumentException(id);
    };
  }
}
