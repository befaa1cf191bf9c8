package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Whom a verifier believes: Sigstore's `trusted_root.json`, read by [TrustRootReader].
///
/// @param authorities that issue certificates to signers
/// @param certificateLogs that promise to have recorded a certificate
/// @param logs that record signatures
/// @param timestampAuthorities that say when something existed
/// @see <a
///   href="https://github.com/sigstore/protobuf-specs/blob/v0.5.0/protos/sigstore_trustroot.proto">protobuf-specs
///   0.5.0, sigstore_trustroot.proto</a>
public record TrustRoot(
    List<Authority> authorities,
    List<Log> certificateLogs,
    List<Log> logs,
    List<Authority> timestampAuthorities) {
  public TrustRoot {
    authorities = List.copyOf(authorities);
    certificateLogs = List.copyOf(certificateLogs);
    logs = List.copyOf(logs);
    timestampAuthorities = List.copyOf(timestampAuthorities);
  }

  /// A root that believes nobody: for keys without a log.
  public static final TrustRoot NOBODY = new TrustRoot(List.of(), List.of(), List.of(), List.of());

  /// A time from one instant to another, both included; an end that is missing never comes.
  public record Period(Instant start, Optional<Instant> end) {
    /// Whether an instant is within it.
    public boolean contains(Instant time) {
      return !time.isBefore(start) && end.map(last -> !time.isAfter(last)).orElse(true);
    }
  }

  /// A certificate authority.
  ///
  /// @param chain from the issuer of leaves (or from the timestamping leaf) to the root; the last
  ///   one is the anchor, its own validity counts, too
  /// @param period when it may be believed
  public record Authority(String uri, List<X509Certificate> chain, Period period) {
    public Authority {
      chain = List.copyOf(chain);
    }
  }

  /// A log and its key.
  ///
  /// @param baseUrl of the log, empty where it is not known; the host is the origin of the
  ///   checkpoints of Rekor 2
  /// @param id SHA-256 of the key's SubjectPublicKeyInfo for Rekor 1 and certificate logs; for
  ///   Rekor 2 the id of its checkpoints' signatures
  /// @param key ECDSA, RSA or Ed25519
  /// @param scheme how the log signs, from `keyDetails`
  /// @param period when it may be believed
  public record Log(String baseUrl, Bytes id, PublicKey key, KeyDetails scheme, Period period) {
    /// Its address, or else its id, for messages.
    public String name() {
      return baseUrl.isEmpty() ? HexFormat.of().formatHex(id.view()) : baseUrl;
    }
  }
}
