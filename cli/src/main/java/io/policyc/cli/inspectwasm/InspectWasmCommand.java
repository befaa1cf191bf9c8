package io.policyc.cli.inspectwasm;

import io.policyc.cli.Command;
import io.policyc.cli.Exit;
import io.policyc.cli.Io;
import io.policyc.cli.Options;
import io.policyc.cli.UsageException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `policyc inspect-wasm FILE|-`
public final class InspectWasmCommand implements Command {
  @Override
  public String name() {
    return "inspect-wasm";
  }

  @Override
  public String summary() {
    return "Tell what a WebAssembly file or image is, and what it imports";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .description(
                "A module or component, the folder of an OCI image layout, or - for standard"
                    + " input.")
            .build());
    Options.text(spec, "FORMAT", "Print it as text or json.", "-o", "--output");
  }

  @Override
  public Exit run(ParseResult args, Io io) {
    String format = args.matchedOptionValue("-o", "text");
    if (!List.of("text", "json").contains(format)) {
      throw new UsageException(
          "`inspect-wasm` has no format `" + format + "`", "choose `text` or `json`");
    }
    String name = args.matchedPositionalValue(0, "");
    if (name.isEmpty()) {
      throw new UsageException("an argument is empty", "name a file or a folder");
    }
    List<Inspected> all = new InspectWasm(io).all(name);
    io.out().print(format.equals("json") ? JsonReport.of(all) : TextReport.of(all));
    return all.stream().allMatch(Inspected::isSound) ? Exit.CLEAN : Exit.FINDINGS;
  }
}
