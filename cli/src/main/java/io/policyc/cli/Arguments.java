package io.policyc.cli;

import io.policyc.findings.Suggest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The arguments of one command, read by picocli's programmatic interface: its annotations would
/// triple the start-up time.
final class Arguments {
  private final CommandLine parser;
  private final CommandSpec spec;

  Arguments(Command command) {
    spec = CommandSpec.create().name("policyc " + command.name());
    spec.usageMessage().description(command.summary() + ".");
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Print this help.").build());
    command.describe(spec);
    // Arguments mean what they say: `@file` is a file name and `${x}` is text.
    parser = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
  }

  /// The help of the command.
  String usage() {
    return parser.getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  /// The arguments, read.
  ///
  /// @throws UsageException when they do not fit the command
  ParseResult parse(List<String> args) {
    try {
      return parser.parseArgs(args.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw unknown(e.getUnmatched().getFirst());
    } catch (ParameterException e) {
      if (e.getArgSpec() instanceof OptionSpec option
          && option.arity().max() == 0
          && e.getValue() != null) {
        throw new UsageException(
            "`" + option.longestName() + "` takes no value", "leave `=" + e.getValue() + "` out");
      }
      throw new UsageException(sentence(String.valueOf(e.getMessage())), seeHelp());
    }
  }

  private UsageException unknown(String argument) {
    if (!argument.startsWith("-")) {
      return new UsageException("`" + argument + "` is one argument too many", seeHelp());
    }
    String name = argument.split("=", 2)[0];
    return new UsageException(
        "unknown option `" + name + "`",
        near(name).map(o -> "did you mean `" + o + "`?").orElse(seeHelp()));
  }

  // Most likely the beginning of a name was typed, else a name with a slip in it.
  private Optional<String> near(String name) {
    List<String> begun = options().stream().filter(option -> option.startsWith(name)).toList();
    return name.length() > 2 && begun.size() == 1
        ? Optional.of(begun.getFirst())
        : Suggest.nearest(name, options());
  }

  private List<String> options() {
    return spec.options().stream().map(OptionSpec::longestName).toList();
  }

  private String seeHelp() {
    return "see `" + spec.name() + " --help`";
  }

  private static String sentence(String message) {
    String text = message.replace('\'', '`');
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
