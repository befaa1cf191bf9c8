package io.policyc.cli.verifybundle;

import io.policyc.cli.UsageException;
import io.policyc.cli.input.NamedFiles;
import io.policyc.signatures.sigstore.Demand;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.Identity;
import io.policyc.signatures.sigstore.Signers;
import io.policyc.signatures.sigstore.Statement;
import io.policyc.signatures.sigstore.TextRule;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.TrustRootReader;
import io.policyc.signatures.sigstore.keys.PublicKeys;
import io.policyc.signatures.trust.TrustRoots;
import io.policyc.signatures.trust.TrustedRootFile;
import java.security.PublicKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What the options of `verify-bundle` ask for.
///
/// @param demand whose signature it must be
/// @param root whom to believe
/// @param now the time of the run
/// @param warning what is to be told of the trust root
record Asked(Demand demand, TrustRoot root, Instant now, Optional<String> warning) {
  private static final int MAX_KEY_BYTES = 64 * 1024;

  /// @throws UsageException when the options do not fit together, or a file cannot be read
  static Asked of(ParseResult args, NamedFiles files, Instant now) {
    Demand demand =
        new Demand(
            signers(args, files),
            new Statement.Blob(),
            EnumSet.allOf(Format.class),
            log(args),
            certificateLog(args));
    TrustedRootFile root = root(args, files);
    return new Asked(demand, read(root), now, root.staleness(now));
  }

  private static Demand.Log log(ParseResult args) {
    String word = args.matchedOptionValue("--log", "required");
    return switch (word) {
      case "required" -> Demand.Log.REQUIRED;
      case "if-present" -> Demand.Log.IF_PRESENT;
      default ->
          throw new UsageException(
              "`--log` takes no `" + word + "`", "choose one of `required` and `if-present`");
    };
  }

  private static Demand.CertificateLog certificateLog(ParseResult args) {
    String word = args.matchedOptionValue("--certificate-log", "required");
    return switch (word) {
      case "required" -> Demand.CertificateLog.REQUIRED;
      case "not-asked" -> Demand.CertificateLog.NOT_ASKED;
      default ->
          throw new UsageException(
              "`--certificate-log` takes no `" + word + "`",
              "choose one of `required` and `not-asked`");
    };
  }

  private static Signers signers(ParseResult args, NamedFiles files) {
    String key = args.matchedOptionValue("--key", "");
    String identity = args.matchedOptionValue("--certificate-identity", "");
    String issuer = args.matchedOptionValue("--certificate-oidc-issuer", "");
    if (key.isEmpty() == (identity.isEmpty() && issuer.isEmpty())) {
      throw new UsageException(
          key.isEmpty() ? "nothing says who must have signed" : "a key has no identity",
          "give either `--key`, or `--certificate-identity` and `--certificate-oidc-issuer`");
    }
    if (!key.isEmpty()) {
      return new Signers.Key(key(key, files));
    }
    if (identity.isEmpty() || issuer.isEmpty()) {
      throw new UsageException(
          "an identity is a name and who vouched for it",
          "give both `--certificate-identity` and `--certificate-oidc-issuer`");
    }
    // both exactly: a `*` in them is a star
    return new Signers.Keyless(
        List.of(Identity.of(new TextRule.Exactly(identity), new TextRule.Exactly(issuer))));
  }

  private static PublicKey key(String name, NamedFiles files) {
    return switch (PublicKeys.read(files.read("key", name, MAX_KEY_BYTES))) {
      case PublicKeys.Read.Key(var key) -> key;
      case PublicKeys.Read.Refused(var why) ->
          throw new UsageException(
              "the key `" + name + "` is not taken: it " + why, "give a public key in PEM or DER");
    };
  }

  private static TrustedRootFile root(ParseResult args, NamedFiles files) {
    String name = args.matchedOptionValue("--trusted-root", "");
    boolean staging = args.hasMatchedOption("--staging");
    if (staging && !name.isEmpty()) {
      throw new UsageException(
          "`--staging` and `--trusted-root` name two trust roots", "give one of them");
    }
    if (name.isEmpty()) {
      return staging ? TrustRoots.staging() : TrustRoots.publicGood();
    }
    return switch (TrustRoots.file(files.cwd().resolve(name))) {
      case TrustRoots.Reading.Read(var root) -> root;
      case TrustRoots.Reading.Unreadable(var why) ->
          throw new UsageException("the trust root `" + name + "` is not taken: " + why);
    };
  }

  private static TrustRoot read(TrustedRootFile file) {
    return switch (TrustRootReader.read(file.json().view())) {
      case TrustRootReader.Result.Read(var root) -> root;
      case TrustRootReader.Result.Refused(var why) ->
          throw new UsageException(
              "the trust root " + file.name() + " is not taken: " + why,
              "give a `trusted_root.json` of Sigstore");
    };
  }
}
