package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.bundle.BundleReader;
import io.policyc.signatures.sigstore.bundle.Signed;
import io.policyc.signatures.sigstore.certificate.Tries;
import io.policyc.signatures.sigstore.cosign.LegacyReader;
import io.policyc.signatures.sigstore.read.Read;
import java.time.Instant;
import java.util.List;

/// Says who signed. Immutable; many threads may use one.
///
/// A verdict is [Verdict.Verified] only when every check passed, in this order: the material can be
/// read, its format is asked for, it is about the content, it names whom it should, the signature
/// is theirs, log entries and timestamps are of this signature and prove themselves, the
/// certificate was valid at every proven time, is of a trusted authority and was promised to a log,
/// the identity and the predicate are as asked for.
///
/// @see <a href="https://github.com/sigstore/architecture-docs/blob/main/client-spec.md">Sigstore
///   client specification, 4</a>
public final class Verifier {
  /// The longest bundle, payload or envelope that is read, in bytes.
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  private static final int MAX_ANNOTATIONS = 1024 * 1024;

  private final TrustRoot root;

  /// @param root whom to believe
  public Verifier(TrustRoot root) {
    this.root = root;
  }

  /// Verifies a signature of an image.
  ///
  /// @param digest of the image's manifest, or of a blob
  /// @param now no signature is from more than a minute later than this
  public Verdict verify(Material material, Digest digest, Demand demand, Instant now) {
    return verifyBlob(material, List.of(digest), demand, now);
  }

  /// Verifies a signature of a blob.
  ///
  /// @param digests of the same blob by several algorithms, at least one: a key on P-384 signs
  ///   SHA-384, one of Ed25519 signs SHA-512
  public Verdict verifyBlob(Material material, List<Digest> digests, Demand demand, Instant now) {
    Read<Signed> read = read(material).then(signed -> allowed(signed, demand));
    return switch (read) {
      case Read.Good<Signed>(var signed) ->
          new Verification(root, signed, digests, demand, now, new Tries()).verdict();
      case Read.Bad<Signed>(var why) -> why;
    };
  }

  /// Verifies every signature that was found.
  public Judgement verifyAll(List<Material> materials, Digest digest, Demand demand, Instant now) {
    return new Judgement(
        materials.stream().map(material -> verify(material, digest, demand, now)).toList());
  }

  private static Read<Signed> read(Material material) {
    if (length(material) > MAX_BYTES) {
      return Read.bad(Reason.TOO_LARGE, "it is larger than " + MAX_BYTES + " bytes");
    }
    if (annotations(material) > MAX_ANNOTATIONS) {
      return Read.bad(
          Reason.TOO_LARGE, "its annotations are larger than " + MAX_ANNOTATIONS + " characters");
    }
    return switch (material) {
      case Material.CosignSignature signature -> LegacyReader.read(signature);
      case Material.CosignAttestation attestation -> LegacyReader.read(attestation);
      case Material.Bundle(Bytes json) -> BundleReader.read(json);
    };
  }

  private static int length(Material material) {
    return switch (material) {
      case Material.CosignSignature(var payload, _) -> payload.length();
      case Material.CosignAttestation(var envelope, _) -> envelope.length();
      case Material.Bundle(var json) -> json.length();
    };
  }

  private static long annotations(Material material) {
    return switch (material) {
      case Material.CosignSignature(_, var annotations) -> length(annotations.values());
      case Material.CosignAttestation(_, var annotations) -> length(annotations.values());
      case Material.Bundle _ -> 0;
    };
  }

  private static long length(Iterable<String> texts) {
    long sum = 0;
    for (String text : texts) {
      sum += text.length();
    }
    return sum;
  }

  private static Read<Signed> allowed(Signed signed, Demand demand) {
    return demand.formats().contains(signed.format())
        ? new Read.Good<>(signed)
        : Read.bad(
            Reason.FORMAT_NOT_ALLOWED,
            "it is written as `" + signed.format().word() + "`, which is not asked for");
  }
}
