package io.policyc.cli.compile;

import io.policyc.cli.Command;
import io.policyc.cli.Exit;
import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Inputs;
import io.policyc.cli.Io;
import io.policyc.cli.output.Disk;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
    text(spec, "DIR", "Write into this folder, as DIR/cilium/… and DIR/falco/….", "--into");
    flag(spec, "Print YAML instead of writing a folder.", "--stdout");
    flag(spec, "Write nothing; print what would change and exit 1 if anything does.", "--check");
    flag(spec, "Read the output back, compare it and check it by the engines' rules.", "--verify");
    flag(spec, "Replace generated files that were changed by hand.", "--force");
    text(spec, "FILE", "Write which sentence stands behind which object, as JSON.", "--source-map");
    text(spec, "DATE", "Judge @expires on this date, such as 2027-06-30.", "--today");
    several(
        spec, "PATH", "Know the workloads, ports and Services of these manifests.", "--manifests");
    several(spec, "TARGET", "Write only for these engines: cilium, falco.", "--target");
    several(spec, "KEY=VALUE", "Override a setting, such as cilium.version=1.19.", "--set");
    FindingsOutput.describe(spec);
  }

  private static void flag(CommandSpec spec, String description, String name) {
    spec.addOption(OptionSpec.builder(name).description(description).build());
  }

  private static void text(CommandSpec spec, String label, String description, String name) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(String.class)
            .description(description)
            .build());
  }

  private static void several(CommandSpec spec, String label, String description, String name) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(description)
            .build());
  }

  @Override
  public Exit run(ParseResult args, Io io) {
    FindingsOutput output = FindingsOutput.of(args, io);
    return new Compile(CompileOptions.of(args, io), output, io, disk).run();
  }
}
