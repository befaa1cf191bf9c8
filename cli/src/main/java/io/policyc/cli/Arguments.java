package io.policyc.cli;

import io.policyc.compiler.Suggest;
import java.util.List;
import java.util.Locale;
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
      throw new UsageException(sentence(String.valueOf(e.getMessage())), seeHelp());
    }
  }

  private UsageException unknown(String argument) {
    if (!argument.startsWith("-")) {
      return new UsageException("`" + argument + "` is one argument too many", seeHelp());
    }
    String name = argument.split("=", 2)[0];
    String help =
        Suggest.nearest(name, options()).map(o -> "did you mean `" + o + "`?").orElse(seeHelp());
    return new UsageException("unknown option `" + name + "`", help);
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
