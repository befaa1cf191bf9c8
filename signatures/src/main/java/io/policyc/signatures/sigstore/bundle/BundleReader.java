package io.policyc.signatures.sigstore.bundle;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.bundle.Signed.Content;
import io.policyc.signatures.sigstore.bundle.Signed.Holder;
import io.policyc.signatures.sigstore.envelope.EnvelopeReader;
import io.policyc.signatures.sigstore.read.Fields;
import io.policyc.signatures.sigstore.read.HashOutput;
import io.policyc.signatures.sigstore.read.Read;
import io.policyc.signatures.sigstore.read.Trouble;
import java.util.List;
import java.util.Optional;

/// Reads Sigstore bundles of version 0.1 to 0.3.
///
/// @see <a
///   href="https://github.com/sigstore/protobuf-specs/blob/v0.5.0/protos/sigstore_bundle.proto">
///   protobuf-specs 0.5.0, sigstore_bundle.proto</a>
public final class BundleReader {
  private static final int MAX_CERTIFICATES = 16;
  private static final int MAX_TIMESTAMPS = 32;

  private BundleReader() {}

  /// Reads a bundle.
  ///
  /// @param json the caller bounds its size
  public static Read<Signed> read(Bytes json) {
    Trouble trouble = new Trouble();
    Fields fields = Fields.of(JsonReader.read(json.view()), trouble);
    String mediaType = fields.text("mediaType");
    if (trouble.first().isPresent()) {
      return Read.bad(Reason.MALFORMED_BUNDLE, trouble.first().get());
    }
    return format(mediaType)
        .map(format -> read(format, fields))
        .orElseGet(
            () ->
                Read.bad(
                    Reason.UNKNOWN_FORMAT,
                    "its media type is " + Quote.of(mediaType) + ", no bundle of 0.1 to 0.3"));
  }

  private static Optional<Format> format(String mediaType) {
    return switch (mediaType) {
      case "application/vnd.dev.sigstore.bundle+json;version=0.1" -> Optional.of(Format.BUNDLE_0_1);
      case "application/vnd.dev.sigstore.bundle+json;version=0.2" -> Optional.of(Format.BUNDLE_0_2);
      case "application/vnd.dev.sigstore.bundle+json;version=0.3",
          "application/vnd.dev.sigstore.bundle.v0.3+json" ->
          Optional.of(Format.BUNDLE_0_3);
      default -> Optional.empty();
    };
  }

  private static Read<Signed> read(Format format, Fields fields) {
    Fields material = fields.object("verificationMaterial");
    Signed signed =
        new Signed(
            format,
            content(fields),
            holder(format, material),
            EntryReader.read(format, material),
            timestamps(material));
    return fields.trouble().unless(Reason.MALFORMED_BUNDLE, () -> signed);
  }

  private static Content content(Fields fields) {
    Optional<Fields> message = fields.maybeObject("messageSignature");
    Optional<Fields> envelope = fields.maybeObject("dsseEnvelope");
    if (message.isPresent() == envelope.isPresent()) {
      fields.trouble().note("it holds not just one of `messageSignature` and `dsseEnvelope`");
    }
    return envelope
        .<Content>map(it -> new Content.Enveloped(EnvelopeReader.read(it), Optional.empty()))
        .orElseGet(() -> message(message.orElseGet(() -> fields.object("messageSignature"))));
  }

  private static Content message(Fields message) {
    return new Content.Message(
        message.maybeObject("messageDigest").map(HashOutput::read), message.base64("signature"));
  }

  private static Holder holder(Format format, Fields material) {
    long kinds =
        List.of("certificate", "x509CertificateChain", "publicKey").stream()
            .filter(name -> material.json().get(name).isPresent())
            .count();
    if (kinds != 1) {
      material.trouble().note("it holds not just one certificate, chain or public key");
    }
    return material
        .maybeObject("publicKey")
        .<Holder>map(key -> new Holder.SomeKey(key.maybeText("hint")))
        .orElseGet(() -> certificate(format, material));
  }

  private static Holder certificate(Format format, Fields material) {
    Optional<Fields> chain = material.maybeObject("x509CertificateChain");
    if (chain.isPresent() && format == Format.BUNDLE_0_3) {
      material.trouble().note("a bundle of 0.3 must not carry a chain of certificates");
    }
    List<Bytes> certificates =
        chain
            .map(it -> it.objects("certificates", MAX_CERTIFICATES))
            .orElseGet(() -> List.of(material.object("certificate")))
            .stream()
            .map(one -> one.base64("rawBytes"))
            .toList();
    if (certificates.isEmpty()) {
      material.trouble().note("its chain of certificates is empty");
      return new Holder.SomeKey(Optional.empty());
    }
    return new Holder.Certificate(
        certificates.getFirst(), certificates.subList(1, certificates.size()));
  }

  private static List<Bytes> timestamps(Fields material) {
    return material
        .maybeObject("timestampVerificationData")
        .map(data -> data.objects("rfc3161Timestamps", MAX_TIMESTAMPS))
        .orElse(List.of())
        .stream()
        .map(one -> one.base64("signedTimestamp"))
        .toList();
  }
}
