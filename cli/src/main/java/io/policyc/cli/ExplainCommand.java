package io.policyc.cli;

import io.policyc.compiler.Code;
import io.policyc.findings.Suggest;
import io.policyc.manifests.ManifestCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `policyc explain PC0203`
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "Explain the code of a finding, such as PC0203";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("CODE")
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .description("A code, as findings show it in brackets.")
            .build());
  }

  @Override
  public Exit run(ParseResult args, Io io) {
    String asked = args.matchedPositionalValue(0, "");
    String code = asked.strip().toUpperCase(Locale.ROOT);
    List<String> codes = codes();
    if (!codes.contains(code)) {
      throw new UsageException(
          "unknown code `" + asked + "`",
          Suggest.nearest(code, codes)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("give a code as findings show it in brackets, such as `PC0203`"));
    }
    io.out().print(page(code));
    return Exit.CLEAN;
  }

  private static List<String> codes() {
    return Stream.concat(
            Arrays.stream(Code.values()).map(Code::name),
            Arrays.stream(ManifestCode.values()).map(ManifestCode::name))
        .toList();
  }

  private static String page(String code) {
    return Resources.text("diagnostics/" + code + ".md")
        .orElseThrow(() -> new IllegalStateException("no page for " + code));
  }
}
