package io.policyc.signatures.sigstore.timestamp;

import io.policyc.signatures.Digest;
import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.certificate.Tries;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;

/// Whether a timestamp (RFC 3161) proves that bytes existed, by an authority that the trust root
/// names.
public final class TimestampCheck {
  /// An authority that is less sure of its time proves nothing about a certificate of ten minutes.
  private static final int MAX_ACCURACY_SECONDS = 60;

  private TimestampCheck() {}

  /// What came of it.
  public sealed interface Result {
    /// It does.
    ///
    /// @param time when the authority saw the bytes
    /// @param authority which one it was
    record Proven(Instant time, TrustRoot.Authority authority) implements Result {}

    /// It does not.
    record Refused(Reason reason, String detail) implements Result {}
  }

  /// Checks a timestamp.
  ///
  /// @param response a TimeStampResp in DER, as bundles and cosign's annotations have it
  /// @param signed what the timestamp is about: its hash must be the one in the timestamp
  public static Result check(byte[] response, byte[] signed, TrustRoot root) {
    return check(response, signed, root, new Tries());
  }

  /// The same, as a part of a verification.
  ///
  /// @param tries shared by all its parts
  public static Result check(byte[] response, byte[] signed, TrustRoot root, Tries tries) {
    try {
      return check(TimestampResponse.read(response), signed, root, tries);
    } catch (RuntimeException e) {
      // BouncyCastle reads some parts only when they are asked for
      return unreadable();
    }
  }

  private static Result check(
      TimestampResponse response, byte[] signed, TrustRoot root, Tries tries) {
    return switch (response) {
      case TimestampResponse.Unreadable() -> unreadable();
      case TimestampResponse.Declined(int status) ->
          bad("the timestamp authority declined with status " + status);
      case TimestampResponse.Granted(TimeStampToken token) -> check(token, signed, root, tries);
    };
  }

  private static Result check(TimeStampToken token, byte[] signed, TrustRoot root, Tries tries) {
    Optional<Result.Refused> unfit = unfit(token.getTimeStampInfo(), signed);
    return unfit.isPresent() ? unfit.get() : AuthorityCheck.byAny(token, root, tries);
  }

  private static Optional<Result.Refused> unfit(TimeStampTokenInfo info, byte[] signed) {
    Optional<Digest.Algorithm> hash = hash(info.getMessageImprintAlgOID());
    if (hash.isEmpty()) {
      String id = info.getMessageImprintAlgOID().getId();
      return Optional.of(bad("the timestamp's hash, " + Quote.of(id) + ", is not of SHA-2"));
    }
    byte[] wanted = Digest.of(hash.get(), signed).bytes();
    if (!MessageDigest.isEqual(wanted, info.getMessageImprintDigest())) {
      return Optional.of(bad("the timestamp is about other bytes than this signature"));
    }
    if (!accurate(info.getGenTimeAccuracy())) {
      return Optional.of(bad("the timestamp's time is less accurate than a minute"));
    }
    return hasCritical(info.getExtensions())
        ? Optional.of(bad("the timestamp has a critical extension, of which none is known"))
        : Optional.empty();
  }

  private static Optional<Digest.Algorithm> hash(ASN1ObjectIdentifier oid) {
    return switch (oid.getId()) {
      case "2.16.840.1.101.3.4.2.1" -> Optional.of(Digest.Algorithm.SHA256);
      case "2.16.840.1.101.3.4.2.2" -> Optional.of(Digest.Algorithm.SHA384);
      case "2.16.840.1.101.3.4.2.3" -> Optional.of(Digest.Algorithm.SHA512);
      default -> Optional.empty();
    };
  }

  private static boolean accurate(@Nullable GenTimeAccuracy accuracy) {
    return accuracy == null
        || (accuracy.getSeconds() >= 0 && accuracy.getSeconds() < MAX_ACCURACY_SECONDS);
  }

  private static boolean hasCritical(@Nullable Extensions extensions) {
    return extensions != null && extensions.getCriticalExtensionOIDs().length > 0;
  }

  private static Result.Refused unreadable() {
    return new Result.Refused(Reason.MALFORMED_TIMESTAMP, "the timestamp cannot be read");
  }

  private static Result.Refused bad(String detail) {
    return new Result.Refused(Reason.BAD_TIMESTAMP, detail);
  }
}
