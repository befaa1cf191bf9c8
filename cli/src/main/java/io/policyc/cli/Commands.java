package io.policyc.cli;

import io.policyc.cli.check.CheckCommand;
import io.policyc.cli.compile.CompileCommand;
import io.policyc.cli.inspectwasm.InspectWasmCommand;
import io.policyc.cli.lint.LintCommand;
import io.policyc.cli.trustroot.TrustRootCommand;
import io.policyc.cli.verifybundle.VerifyBundleCommand;
import java.util.List;
import java.util.Optional;

/// Every command that this version has.
final class Commands {
  /// In the order in which the help shows them.
  static final List<Command> ALL =
      List.of(
          new CompileCommand(),
          new CheckCommand(),
          new FmtCommand(),
          new LintCommand(),
          new VerifyBundleCommand(),
          new InspectWasmCommand(),
          new TrustRootCommand(),
          new ExplainCommand(),
          new VersionCommand());

  private Commands() {}

  static Optional<Command> named(String name) {
    return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(Command::name).toList();
  }
}
