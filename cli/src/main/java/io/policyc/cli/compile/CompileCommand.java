package io.policyc.cli.compile;

import io.policyc.cli.Command;
import io.policyc.cli.Exit;
import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Inputs;
import io.policyc.cli.Io;
import io.policyc.cli.Options;
import io.policyc.cli.output.Disk;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `policyc compile [PATH|-]…`
public final class CompileCommand implements Command {
  private final Disk disk;

  /// A command that writes to the disk of this machine.
  public CompileCommand() {
    this(Disk.REAL);
  }

  /// @param disk where it writes
  public CompileCommand(Disk disk) {
    this.disk = disk;
  }

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public String summary() {
    return "Turn sentences into the objects that enforce them";
  }

  @Override
  public void describe(CommandSpec spec) {
    Inputs.describe(spec);
    Options.text(spec, "DIR", "Write into this folder, as DIR/cilium/… and DIR/falco/….", "--into");
    Options.flag(spec, "Print YAML instead of writing a folder.", "--stdout");
    Options.flag(
        spec, "Write nothing; print what would change and exit 1 if anything does.", "--check");
    Options.flag(
        spec, "Read the output back, compare it and check it by the engines' rules.", "--verify");
    Options.flag(spec, "Replace generated files that were changed by hand.", "--force");
    Options.text(
        spec, "FILE", "Write which sentence stands behind which object, as JSON.", "--source-map");
    Options.text(spec, "DATE", "Judge @expires on this date, such as 2027-06-30.", "--today");
    Options.several(
        spec, "PATH", "Know the workloads, ports and Services of these manifests.", "--manifests");
    Options.several(spec, "TARGET", "Write only for these engines: cilium, falco.", "--target");
    Options.several(spec, "KEY=VALUE", "Override a setting, such as cilium.version=1.19.", "--set");
    FindingsOutput.describe(spec);
  }

  @Override
  public Exit run(ParseResult args, Io io) {
    FindingsOutput output = FindingsOutput.of(args, io);
    return new Compile(CompileOptions.of(args, io), output, io, disk).run();
  }
}
