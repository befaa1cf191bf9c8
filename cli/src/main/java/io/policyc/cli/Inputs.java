package io.policyc.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The arguments of a command that name what it reads.
public final class Inputs {
  private Inputs() {}

  /// Adds them to a command.
  public static void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Files, folders with .policy files, patterns in quotes, or - for standard input;"
                    + " the current folder if none is given.")
            .build());
  }

  /// What was named; the current folder if nothing was.
  ///
  /// @throws UsageException for an empty name, which is most likely a variable that is not set
  public static List<String> of(ParseResult args) {
    List<String> given = args.matchedPositionalValue(0, List.<String>of());
    if (given.contains("")) {
      throw new UsageException(
          "an argument is empty", "name a file or folder, or `.` for this one");
    }
    return given.isEmpty() ? List.of(".") : given;
  }
}
