package io.policyc.cli.trustroot;

import io.policyc.cli.Command;
import io.policyc.cli.Exit;
import io.policyc.cli.Io;
import io.policyc.cli.Options;
import io.policyc.cli.UsageException;
import io.policyc.signatures.trust.TrustRoots;
import io.policyc.signatures.trust.TrustedRootFile;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `policyc trust-root [--refresh --into FILE]`
public final class TrustRootCommand implements Command {
  @Override
  public String name() {
    return "trust-root";
  }

  @Override
  public String summary() {
    return "Tell how old the trust root for signatures is, or fetch a newer one";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.flag(spec, "Fetch the newest one by The Update Framework.", "--refresh");
    Options.text(
        spec, "FILE", "Where to write it, for verify-bundle --trusted-root FILE.", "--into");
    Options.text(spec, "URL", "Ask this mirror instead of Sigstore's public one.", "--tuf-mirror");
    Options.text(spec, "FILE", "A root.json of that mirror, believed as it is.", "--tuf-root");
  }

  @Override
  public Exit run(ParseResult args, Io io) {
    if (args.hasMatchedOption("--refresh")) {
      return new RefreshRun(args, io).run();
    }
    for (String option : List.of("--into", "--tuf-mirror", "--tuf-root")) {
      if (args.hasMatchedOption(option)) {
        throw new UsageException("`" + option + "` says how to refresh", "add `--refresh`");
      }
    }
    TrustedRootFile shipped = TrustRoots.publicGood();
    io.out().line(shipped.name() + " ships with this release and is what `verify-bundle` believes");
    shipped.staleness(io.clock().instant()).ifPresent(told -> io.err().line("warning: " + told));
    return Exit.CLEAN;
  }
}
