package io.policyc.cli.verifybundle;

import io.policyc.cli.Command;
import io.policyc.cli.Exit;
import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Io;
import io.policyc.cli.Options;
import io.policyc.cli.UsageException;
import io.policyc.cli.input.NamedFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `policyc verify-bundle --bundle FILE … FILE_OR_DIGEST`, as Sigstore's conformance suite calls
/// its clients.
public final class VerifyBundleCommand implements Command {
  @Override
  public String name() {
    return "verify-bundle";
  }

  @Override
  public String summary() {
    return "Tell whether a Sigstore bundle signs a file as it should";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE_OR_DIGEST")
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .description("The signed file, or sha256: and its digest.")
            .build());
    Options.text(spec, "FILE", "The bundle.", "--bundle");
    Options.text(spec, "NAME", "Who must have signed, exactly.", "--certificate-identity");
    Options.text(spec, "URL", "Who must have vouched, exactly.", "--certificate-oidc-issuer");
    Options.text(spec, "FILE", "The public key that must have signed, in PEM or DER.", "--key");
    Options.text(
        spec,
        "FILE",
        "Whom to believe: a trusted_root.json instead of Sigstore's public one.",
        "--trusted-root");
    Options.flag(spec, "Believe Sigstore's staging instance.", "--staging");
    Options.text(
        spec, "WHEN", "Ask for a transparency log's entry: required, or if-present.", "--log");
    Options.text(
        spec,
        "WHEN",
        "Ask for a certificate log's promise: required, or not-asked.",
        "--certificate-log");
    FindingsOutput.describe(spec);
  }

  @Override
  public Exit run(ParseResult args, Io io) {
    FindingsOutput output = FindingsOutput.of(args, io);
    String bundle = required(args, "--bundle", "name the file with the bundle");
    NamedFiles files = new NamedFiles(io.cwd());
    Asked asked = Asked.of(args, files, io.clock().instant());
    Subject subject = Subject.of(args.matchedPositionalValue(0, ""), files);
    return new VerifyBundle(output, io, files).run(bundle, asked, subject);
  }

  private static String required(ParseResult args, String option, String help) {
    String value = args.matchedOptionValue(option, "");
    if (value.isEmpty()) {
      throw new UsageException("`" + option + "` is missing", help);
    }
    return value;
  }
}
