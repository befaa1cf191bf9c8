package io.policyc.signatures.sigstore;

import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.sigstore.certificate.LeafCertificate;
import io.policyc.signatures.sigstore.keys.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The certificate, the timestamps and the times of a bundle from the real world. What verifies
/// them is not asked to read the bundle here.
record RealBundle(Json json) {
  static byte[] file(String name) {
    try (InputStream in = RealBundle.class.getResourceAsStream("real/" + name + ".json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RealBundle of(String name) {
    return new RealBundle(JsonReader.read(file(name)).orElseThrow());
  }

  static TrustRoot root(String name) {
    return switch (TrustRootReader.read(file(name))) {
      case TrustRootReader.Result.Read(TrustRoot root) -> root;
      case TrustRootReader.Result.Refused(String why) -> throw new AssertionError(why);
    };
  }

  /// The leaf and what else is sent along.
  List<X509Certificate> certificates() {
    Json material = json.get("verificationMaterial").orElseThrow();
    List<Json> all = new ArrayList<>();
    material.get("certificate").ifPresent(all::add);
    material
        .get("x509CertificateChain")
        .flatMap(chain -> chain.get("certificates"))
        .flatMap(Json::asItems)
        .ifPresent(all::addAll);
    return all.stream()
        .map(one -> Certificates.read(base64(one, "rawBytes")).orElseThrow())
        .toList();
  }

  LeafCertificate leaf() {
    return LeafCertificate.of(certificates().getFirst()).orElseThrow();
  }

  List<byte[]> timestamps() {
    return json
        .get("verificationMaterial")
        .flatMap(material -> material.get("timestampVerificationData"))
        .flatMap(data -> data.get("rfc3161Timestamps"))
        .flatMap(Json::asItems)
        .orElse(List.of())
        .stream()
        .map(one -> base64(one, "signedTimestamp"))
        .toList();
  }

  /// What the log's entry says, where it says anything.
  Optional<Instant> integrated() {
    return json.get("verificationMaterial")
        .flatMap(material -> material.get("tlogEntries"))
        .flatMap(Json::asItems)
        .filter(entries -> !entries.isEmpty())
        .flatMap(entries -> entries.getFirst().get("integratedTime"))
        .flatMap(Json::asText)
        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
        .filter(time -> !time.equals(Instant.EPOCH));
  }

  byte[] signature() {
    Optional<Json> message = json.get("messageSignature");
    return message.isPresent()
        ? base64(message.get(), "signature")
        : base64(
            json.get("dsseEnvelope")
                .flatMap(envelope -> envelope.get("signatures"))
                .flatMap(Json::asItems)
                .orElseThrow()
                .getFirst(),
            "sig");
  }

  private static byte[] base64(Json json, String member) {
    return Base64.getDecoder().decode(json.get(member).flatMap(Json::asText).orElseThrow());
  }
}
