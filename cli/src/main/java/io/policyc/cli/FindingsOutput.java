package io.policyc.cli;

import io.policyc.findings.Finding;
import io.policyc.findings.Suggest;
import io.policyc.findings.render.Renderer;
import io.policyc.findings.render.TextRenderer;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// How the findings of a run are printed: `-o FORMAT` and `--color WHEN`.
public final class FindingsOutput {
  /// What `-o` takes.
  static final List<String> FORMATS = List.of("text", "json", "sarif", "junit", "github");

  private static final List<String> COLORS = List.of("auto", "always", "never");

  private final String format;
  private final String color;
  private final Io io;

  private FindingsOutput(String format, String color, Io io) {
    this.format = format;
    this.color = color;
    this.io = io;
  }

  /// Adds the options to a command.
  public static void describe(CommandSpec spec) {
    Options.text(
        spec, "FORMAT", "Print findings as text, json, sarif, junit or github.", "-o", "--output");
    Options.text(spec, "WHEN", "Use colours: auto, always or never.", "--color");
  }

  /// What a command was asked.
  ///
  /// @throws UsageException for a word that is no format, or no time for colours
  public static FindingsOutput of(ParseResult args, Io io) {
    String color = args.matchedOptionValue("--color", io.variable("POLICYC_COLOR").orElse("auto"));
    return new FindingsOutput(
        known("output format", args.matchedOptionValue("-o", "text"), FORMATS),
        known("choice of colours", color, COLORS),
        io);
  }

  private static String known(String what, String word, List<String> known) {
    if (!known.contains(word)) {
      throw new UsageException(
          "unknown " + what + " `" + word + "`",
          Suggest.nearest(word, known)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("choose one of `" + String.join("`, `", known) + "`"));
    }
    return word;
  }

  /// Whether findings are read by a program: nothing else may then go to the stream that carries
  /// them.
  public boolean isForPrograms() {
    return !format.equals("text");
  }

  /// Prints findings to a sink.
  ///
  /// @param inputs the names of the files that were read, as far as they are known
  public void print(List<Finding> findings, List<String> inputs, Sink sink) {
    sink.print(renderer(inputs, sink).render(findings));
  }

  private Renderer renderer(List<String> inputs, Sink sink) {
    return isForPrograms() ? Formats.named(format, inputs) : new TextRenderer(colours(sink));
  }

  private boolean colours(Sink sink) {
    return switch (color) {
      case "always" -> true;
      case "never" -> false;
      default ->
          sink.isTerminal()
              && io.variable("NO_COLOR").isEmpty()
              && !io.variable("TERM").orElse("dumb").equals("dumb");
    };
  }
}
