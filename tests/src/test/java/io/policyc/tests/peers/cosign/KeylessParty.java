package io.policyc.tests.peers.cosign;

import io.policyc.signatures.sigstore.Demand;
import io.policyc.signatures.sigstore.Identity;
import io.policyc.signatures.sigstore.Signers;
import io.policyc.signatures.sigstore.TextRule;
import io.policyc.signatures.sigstore.TrustRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Somebody with an identity.
///
/// @param name of its files
/// @param subject an address or a URI
/// @param issuer who vouches for it
/// @param time how the time of signing is proven
/// @param services whom it asks
/// @param trusted who is believed
record KeylessParty(
    String name, String subject, String issuer, Time time, Services services, Trusted trusted)
    implements Party {
  /// How the time of signing is proven.
  enum Time {
    /// By an entry of Rekor 1.
    LOG_1,
    /// By a timestamp, beside an entry of Rekor 2.
    LOG_2,
    /// By a timestamp alone.
    STAMP
  }

  /// A trust root, and the file that holds it.
  record Trusted(String file, TrustRoot root) {}

  /// Somebody with a token in a file of its own.
  static KeylessParty make(
      World world, Services services, String name, String subject, String issuer, Time time) {
    try {
      String file = name + "-" + time;
      world.write(file + ".jwt", Tokens.make(issuer, subject));
      Trusted everybody = new Trusted("root.json", services.root());
      return new KeylessParty(file, subject, issuer, time, services, everybody);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same one, asked for by somebody who believes others.
  KeylessParty believing(Trusted others) {
    return new KeylessParty(name, subject, issuer, time, services, others);
  }

  @Override
  public List<String> signing(int version, Layout layout) {
    List<String> token = List.of("--identity-token=" + name + ".jwt");
    return Flags.join(
        token,
        switch (layout) {
          case LEGACY -> legacy(version);
          case BUNDLE -> bundle(version);
        });
  }

  private List<String> legacy(int version) {
    if (time != Time.LOG_1) {
      throw new UnsupportedOperationException("the first layout knows Rekor 1 only");
    }
    String url = services.url();
    List<String> urls = List.of("--fulcio-url=" + url, "--rekor-url=" + url);
    return version == 2
        ? urls
        : Flags.join(urls, List.of("--use-signing-config=false", "--new-bundle-format=false"));
  }

  private List<String> bundle(int version) {
    List<String> config =
        List.of("--signing-config=services-" + time + ".json", "--trusted-root=root.json");
    return version == 3 ? config : Flags.join(config, List.of("--new-bundle-format"));
  }

  @Override
  public List<String> verifying(int version, Layout layout) {
    List<String> asked =
        List.of("--certificate-identity=" + subject, "--certificate-oidc-issuer=" + issuer);
    return Flags.join(Flags.join(asked, reading(version, layout)), proof());
  }

  private List<String> reading(int version, Layout layout) {
    List<String> root = List.of("--trusted-root=" + trusted.file);
    if (version == 3) {
      return root;
    }
    // cosign 2 takes a trust root for bundles only, and the files of its environment otherwise
    return layout == Layout.BUNDLE ? Flags.join(root, List.of("--new-bundle-format")) : List.of();
  }

  private List<String> proof() {
    return switch (time) {
      case LOG_1 -> List.of();
      case LOG_2 -> List.of("--use-signed-timestamps");
      case STAMP -> List.of("--use-signed-timestamps", "--insecure-ignore-tlog=true");
    };
  }

  @Override
  public Signers signers() {
    return new Signers.Keyless(
        List.of(Identity.of(new TextRule.Exactly(subject), new TextRule.Exactly(issuer))));
  }

  @Override
  public TrustRoot root() {
    return trusted.root;
  }

  @Override
  public Demand.Log log() {
    return time == Time.STAMP ? Demand.Log.IF_PRESENT : Demand.Log.REQUIRED;
  }

  @Override
  public byte[] sign(byte[] content) {
    throw new UnsupportedOperationException("its keys are gone");
  }
}
