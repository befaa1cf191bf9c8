package io.policyc.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One word after `policyc`.
public interface Command {
  /// The word.
  String name();

  /// What it does, in one line without a full stop.
  String summary();

  /// Adds its options and arguments to a specification.
  void describe(CommandSpec spec);

  /// Runs it.
  ///
  /// @throws UsageException when the arguments do not fit together
  Exit run(ParseResult args, Io io);
}
