package io.policyc.cli.verifybundle;

import io.policyc.cli.Exit;
import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Io;
import io.policyc.cli.input.NamedFiles;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.signatures.Bytes;
import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Material;
import io.policyc.signatures.sigstore.Verdict;
import io.policyc.signatures.sigstore.Verdict.Signer;
import io.policyc.signatures.sigstore.Verifier;
import java.util.List;

/// One run of `policyc verify-bundle`.
final class VerifyBundle {
  private final FindingsOutput output;
  private final Io io;
  private final NamedFiles files;

  VerifyBundle(FindingsOutput output, Io io, NamedFiles files) {
    this.output = output;
    this.io = io;
    this.files = files;
  }

  Exit run(String name, Asked asked, Subject subject) {
    Bytes json = Bytes.wrap(files.read("bundle", name, Verifier.MAX_BYTES));
    asked.warning().ifPresent(text -> io.err().line("warning: " + text));
    Verdict verdict =
        new Verifier(asked.root())
            .verifyBlob(new Material.Bundle(json), subject.digests(), asked.demand(), asked.now());
    return switch (verdict) {
      case Verdict.Verified verified -> verified(verified, name, subject);
      case Verdict.Rejected rejected -> rejected(rejected, name, subject);
    };
  }

  private Exit verified(Verdict.Verified verified, String name, Subject subject) {
    output.print(List.of(), List.of(name), io.out());
    if (!output.isForPrograms()) {
      io.out()
          .line(
              "verified: %s is signed by %s%s, in a %s"
                  .formatted(
                      Quote.of(subject.name()),
                      signer(verified.signer()),
                      verified.time().map(time -> " at " + time).orElse(""),
                      verified.format().word()));
    }
    return Exit.CLEAN;
  }

  private static String signer(Signer signer) {
    return switch (signer) {
      case Signer.KeyHolder(var fingerprint) -> "the key `" + fingerprint + "`";
      case Signer.Identified(var subject, var issuer) ->
          Quote.of(subject) + " (" + Quote.of(issuer) + ")";
    };
  }

  private Exit rejected(Verdict.Rejected rejected, String name, Subject subject) {
    Finding finding =
        Finding.of(
            rejected.reason().id(),
            Level.ERROR,
            "%s does not sign %s: %s"
                .formatted(Quote.of(name), Quote.of(subject.name()), rejected.detail()));
    output.print(List.of(finding), List.of(name), io.out());
    return Exit.FINDINGS;
  }
}
