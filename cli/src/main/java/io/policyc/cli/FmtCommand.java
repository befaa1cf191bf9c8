package io.policyc.cli;

import io.policyc.cli.output.Disk;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `policyc fmt [--check|--write] [PATH|-]…`
final class FmtCommand implements Command {
  @Override
  public String name() {
    return "fmt";
  }

  @Override
  public String summary() {
    return "Write policies in their canonical form";
  }

  @Override
  public void describe(CommandSpec spec) {
    Inputs.describe(spec);
    spec.addOption(
        OptionSpec.builder("--check")
            .description("Write nothing; print what would change and exit 1 if anything does.")
            .build());
    spec.addOption(
        OptionSpec.builder("--write")
            .description("Change the files. Without it a single file is printed.")
            .build());
    FindingsOutput.describe(spec);
  }

  @Override
  public Exit run(ParseResult args, Io io) {
    boolean check = args.hasMatchedOption("--check");
    boolean write = args.hasMatchedOption("--write");
    if (check && write) {
      throw new UsageException("`--check` and `--write` exclude each other", "give one of them");
    }
    List<String> inputs = Inputs.of(args);
    if (write && inputs.contains("-")) {
      throw new UsageException("standard input cannot be changed", "leave out `--write`");
    }
    Fmt.Mode mode = check ? Fmt.Mode.CHECK : write ? Fmt.Mode.WRITE : Fmt.Mode.PRINT;
    return new Fmt(mode, FindingsOutput.of(args, io), io, Disk.REAL).run(inputs);
  }
}
