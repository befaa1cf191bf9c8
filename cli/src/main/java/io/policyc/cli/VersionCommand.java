package io.policyc.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `policyc version`
final class VersionCommand implements Command {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public String summary() {
    return "Print the version";
  }

  @Override
  public void describe(CommandSpec spec) {}

  @Override
  public Exit run(ParseResult args, Io io) {
    io.out().line("policyc " + version());
    return Exit.CLEAN;
  }

  /// The version of policyc.
  static String version() {
    return Resources.text("version").orElse("unknown").strip();
  }
}
