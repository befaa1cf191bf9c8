package io.policyc.signatures.mint;

import io.policyc.signatures.sigstore.TrustRoot;
import java.time.Instant;

/// All that Sigstore is made of, minted: an authority, a certificate log, Rekor 1 and 2, and a
/// timestamp authority.
public record MintedWorld(
    MintedAuthority authority,
    MintedCertificateLog certificateLog,
    MintedLog first,
    MintedLog second,
    MintedTimestampAuthority timestamps) {

  /// Whom [#leaf()] is for.
  public static final String SUBJECT =
      "https://github.com/acme/app/.github/workflows/release.yaml@refs/tags/v1";

  /// Who vouched for it.
  public static final String ISSUER = "https://token.actions.githubusercontent.com";

  /// When signatures are made: in the middle of the leaf's ten minutes.
  public static final Instant SIGNED = LeafPlan.BORN.plusSeconds(120);

  public static MintedWorld create() {
    return new MintedWorld(
        MintedAuthority.create(),
        MintedCertificateLog.create(),
        MintedLog.first(),
        MintedLog.second(),
        MintedTimestampAuthority.create());
  }

  public TrustRoot root() {
    return trustRoot().root();
  }

  public MintedTrustRoot trustRoot() {
    return new MintedTrustRoot()
        .authority(authority.authority())
        .certificateLog(certificateLog.log())
        .log(first.log())
        .log(second.log())
        .timestampAuthority(timestamps.authority());
  }

  /// A leaf in the making that lacks nothing.
  public LeafPlan leafPlan() {
    return authority.leaf().uri(SUBJECT).issuer(ISSUER).promisedBy(certificateLog);
  }

  public MintedLeaf leaf() {
    return leafPlan().mint();
  }
}
