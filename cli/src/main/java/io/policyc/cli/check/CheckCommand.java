package io.policyc.cli.check;

import io.policyc.cli.Command;
import io.policyc.cli.Exit;
import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Io;
import io.policyc.cli.Options;
import io.policyc.cli.UsageException;
import io.policyc.cli.output.Disk;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `policyc check [PATH|-]…`
public final class CheckCommand implements Command {
  private final Disk disk;

  /// A command that changes files on the disk of this machine.
  public CheckCommand() {
    this(Disk.REAL);
  }

  /// @param disk where it changes files
  public CheckCommand(Disk disk) {
    this.disk = disk;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "Find what a cluster would refuse, in manifests";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Files, folders with .yaml, .yml and .json files, patterns in quotes, or - for"
                    + " standard input; the current folder if none is given.")
            .build());
    Options.several(spec, "PATH", "Ask for what these sentences ask for, too.", "--policy");
    Options.text(
        spec, "LEVEL[:VERSION]", "Pod Security where nothing else says it.", "--pod-security");
    Options.text(spec, "VERSION", "Decide as this Kubernetes does: 1.36.", "--kubernetes-version");
    Options.text(spec, "NAME", "The namespace of objects that name none.", "-n", "--namespace");
    Options.text(spec, "LEVEL", "Exit 1 from this level on: error, warning or never.", "--fail-on");
    Options.flag(spec, "Print only how often each check found something.", "--summary");
    Options.flag(spec, "Write into the files what is safe to write.", "--fix");
    Options.text(spec, "DATE", "Judge exemptions on this date, such as 2027-06-30.", "--today");
    Options.several(spec, "KEY=VALUE", "Override a setting, such as admission.mode=warn.", "--set");
    FindingsOutput.describe(spec);
  }

  @Override
  public Exit run(ParseResult args, Io io) {
    FindingsOutput output = FindingsOutput.of(args, io);
    CheckOptions options = CheckOptions.of(args, io);
    if (options.summary() && output.isForPrograms()) {
      throw new UsageException(
          "`--summary` is for people", "leave it out: programs count the findings themselves");
    }
    return new Check(options, output, io, disk).run();
  }
}
