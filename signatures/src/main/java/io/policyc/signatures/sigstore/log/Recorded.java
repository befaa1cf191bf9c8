package io.policyc.signatures.sigstore.log;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.Verdict.Rejected;
import io.policyc.signatures.sigstore.bundle.Signed;
import io.policyc.signatures.sigstore.bundle.Signed.Content;
import io.policyc.signatures.sigstore.keys.Pem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an entry must record to be one of a signature: the signature, whose it is, and of what.
///
/// @param signed the signature
/// @param verifier the certificate that came with it, in DER, or else the SubjectPublicKeyInfo of
///   the key
/// @param digests of the content where it lies elsewhere, by several algorithms
public record Recorded(Signed signed, Bytes verifier, List<Digest> digests) {
  public Recorded {
    digests = List.copyOf(digests);
  }

  /// Why an entry is not one of this signature; empty when it is.
  Optional<Rejected> mismatch(EntryBody body) {
    return switch (body) {
      case EntryBody.HashedRekord record -> record(record);
      case EntryBody.Dsse dsse -> dsse(dsse);
      case EntryBody.InToto inToto -> inToto(inToto);
      case EntryBody.InTotoHash hash -> hash(hash);
    };
  }

  private Optional<Rejected> record(EntryBody.HashedRekord record) {
    boolean fits =
        switch (signed.content()) {
          case Content.Message _ -> digests.contains(record.digest());
          case Content.Payload(var payload, _) -> isOf(record.digest(), payload.view());
          case Content.Enveloped(var envelope, _) -> isOf(record.digest(), envelope.signedBytes());
        };
    return first(signature(record.signature()), by(record.verifier()), about(fits));
  }

  private Optional<Rejected> dsse(EntryBody.Dsse dsse) {
    return first(
        signature(dsse.signature()),
        by(dsse.verifier()),
        about(payloadIs(dsse.payloadHash())),
        about(json().map(json -> isOf(dsse.envelopeHash(), json.view())).orElse(true)));
  }

  private Optional<Rejected> inToto(EntryBody.InToto inToto) {
    return first(
        signature(inToto.signature()),
        by(inToto.verifier()),
        about(payloadIs(inToto.payloadHash()) && payloadTypeIs(inToto.payloadType())));
  }

  /// Records the hash of a whole envelope only, which a bundle does not keep.
  private Optional<Rejected> hash(EntryBody.InTotoHash hash) {
    Optional<Bytes> json = json();
    if (json.isEmpty()) {
      return Optional.of(
          new Rejected(
              Reason.UNSUPPORTED_LOG_ENTRY,
              "an entry `intoto/0.0.1` says nothing of the signature in a bundle"));
    }
    return first(
        by(hash.verifier()),
        about(isOf(hash.envelopeHash(), json.get().view())),
        about(hash.payloadHash().map(this::payloadIs).orElse(true)));
  }

  private Optional<Bytes> json() {
    return signed.content() instanceof Content.Enveloped(_, var json) ? json : Optional.empty();
  }

  private boolean payloadIs(Digest hash) {
    return signed.content() instanceof Content.Enveloped(var envelope, _)
        && isOf(hash, envelope.payload().view());
  }

  private boolean payloadTypeIs(String type) {
    return signed.content() instanceof Content.Enveloped(var envelope, _)
        && envelope.payloadType().equals(type);
  }

  private static boolean isOf(Digest digest, byte[] content) {
    return Digest.of(digest.algorithm(), content).equals(digest);
  }

  private Optional<Rejected> signature(Bytes recorded) {
    return unless(recorded.equals(signed.signature()), "records another signature");
  }

  private Optional<Rejected> by(Bytes recorded) {
    // the bytes within are compared, not the text around them
    Optional<Bytes> der =
        Pem.is(recorded.view())
            ? Pem.read(recorded.view(), 1)
                .filter(l -> l.size() == 1)
                .map(l -> l.getFirst().content())
            : Optional.of(recorded);
    return unless(
        der.filter(verifier::equals).isPresent(), "records another certificate or public key");
  }

  private static Optional<Rejected> about(boolean fits) {
    return unless(fits, "records a signature of something else");
  }

  private static Optional<Rejected> unless(boolean fits, String what) {
    return fits
        ? Optional.empty()
        : Optional.of(new Rejected(Reason.LOG_ENTRY_MISMATCH, "the log's entry " + what));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  private static Optional<Rejected> first(Optional<Rejected>... checks) {
    return Stream.of(checks).flatMap(Optional::stream).findFirst();
  }
}
