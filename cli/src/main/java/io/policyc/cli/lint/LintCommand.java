package io.policyc.cli.lint;

import io.policyc.cli.Command;
import io.policyc.cli.Exit;
import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Io;
import io.policyc.cli.Options;
import io.policyc.cli.UsageException;
import io.policyc.compiler.falco.rules.Plugins;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `policyc lint --falco PATH|-…`
public final class LintCommand implements Command {
  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String summary() {
    return "Find what is wrong in Falco's rules files";
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
                "Files, folders with .yaml files, patterns in quotes, or - for standard input, in"
                    + " the order in which Falco loads them.")
            .build());
    Options.flag(spec, "Read rules files of Falco 0.44.", "--falco");
    Options.several(
        spec,
        "NAME[=VERSION]",
        "Take this plugin as loaded, besides the container plugin: k8smeta.",
        "--plugin");
    FindingsOutput.describe(spec);
  }

  @Override
  public Exit run(ParseResult args, Io io) {
    List<String> inputs = args.matchedPositionalValue(0, List.<String>of());
    if (!args.hasMatchedOption("--falco")) {
      throw new UsageException("nothing says what is to be checked", "give `--falco`");
    }
    if (inputs.isEmpty()) {
      throw new UsageException(
          "no rules file is named", "name them in the order in which Falco loads them");
    }
    if (inputs.contains("")) {
      throw new UsageException("an argument is empty", "name a file or folder");
    }
    List<String> plugins = args.matchedOptionValue("--plugin", List.of());
    return new Lint(FindingsOutput.of(args, io), io).run(inputs, plugins(plugins));
  }

  private static Plugins plugins(List<String> given) {
    Plugins plugins = Plugins.BUNDLED;
    for (String plugin : given) {
      int equals = plugin.indexOf('=');
      String name = equals < 0 ? plugin : plugin.substring(0, equals);
      if (name.isBlank()) {
        throw new UsageException("`--plugin` names no plugin", "write `--plugin k8smeta`");
      }
      plugins = plugins.with(name, equals < 0 ? Plugins.ANY : plugin.substring(equals + 1));
    }
    return plugins;
  }
}
