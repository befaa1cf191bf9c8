package io.policyc.signatures.sigstore.log;

import io.policyc.signatures.Bytes;
import java.time.Instant;
import java.util.Optional;

/// An entry of a transparency log, as a bundle or an annotation brings it along. Nothing in it is
/// believed.
///
/// @param logIndex its number, across all trees of the log
/// @param logId which log, see [io.policyc.signatures.sigstore.TrustRoot.Log#id()]
/// @param kindVersion what the bundle says its body is; cosign's annotation does not say it
/// @param integratedTime when the log took it in; Rekor 2 does not say it
/// @param promise the signed entry timestamp, over body, time, index and log
/// @param proof that it stands in the log's tree
/// @param body what was recorded, byte for byte
public record LogEntry(
    long logIndex,
    Bytes logId,
    Optional<KindVersion> kindVersion,
    Optional<Instant> integratedTime,
    Optional<Bytes> promise,
    Optional<InclusionProof> proof,
    Bytes body) {

  private static final long YEAR_9999 = 253_402_300_799L;

  /// The time that a log's number of seconds since 1970 means; at most the end of the year 9999.
  public static Instant time(long seconds) {
    return Instant.ofEpochSecond(Math.min(seconds, YEAR_9999));
  }

  /// What kind of entry a body is, such as `hashedrekord` `0.0.1`.
  public record KindVersion(String kind, String version) {
    @Override
    public String toString() {
      return kind + "/" + version;
    }
  }
}
