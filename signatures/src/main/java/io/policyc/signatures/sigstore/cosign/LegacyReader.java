package io.policyc.signatures.sigstore.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.Material;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.bundle.Signed;
import io.policyc.signatures.sigstore.bundle.Signed.Content;
import io.policyc.signatures.sigstore.bundle.Signed.Holder;
import io.policyc.signatures.sigstore.envelope.EnvelopeReader;
import io.policyc.signatures.sigstore.keys.Pem;
import io.policyc.signatures.sigstore.log.LogEntry;
import io.policyc.signatures.sigstore.read.Base64Text;
import io.policyc.signatures.sigstore.read.Fields;
import io.policyc.signatures.sigstore.read.Read;
import io.policyc.signatures.sigstore.read.Trouble;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads signatures and attestations of cosign's first layout.
///
/// @see <a href="https://github.com/sigstore/cosign/blob/v3.1.3/specs/SIGNATURE_SPEC.md">cosign
///   3.1.3, SIGNATURE_SPEC.md</a>
public final class LegacyReader {
  private static final int MAX_CERTIFICATES = 16;

  private LegacyReader() {}

  /// Reads a signature.
  public static Read<Signed> read(Material.CosignSignature found) {
    Trouble trouble = new Trouble();
    Bytes signature = signature(found.annotations(), trouble);
    Content content = new Content.Payload(found.payload(), signature);
    Signed signed = signed(Format.COSIGN_SIGNATURE, content, found.annotations(), trouble);
    return trouble.unless(Reason.MALFORMED_SIGNATURE, () -> signed);
  }

  /// Reads an attestation. Its annotation of a signature is empty and says nothing: the signature
  /// is in the envelope.
  public static Read<Signed> read(Material.CosignAttestation found) {
    return EnvelopeReader.read(found.envelope())
        .then(
            envelope -> {
              Trouble trouble = new Trouble();
              Content content = new Content.Enveloped(envelope, Optional.of(found.envelope()));
              Signed signed =
                  signed(Format.COSIGN_ATTESTATION, content, found.annotations(), trouble);
              return trouble.unless(Reason.MALFORMED_SIGNATURE, () -> signed);
            });
  }

  private static Signed signed(
      Format format, Content content, Map<String, String> annotations, Trouble trouble) {
    return new Signed(
        format,
        content,
        holder(annotations, trouble),
        annotation(annotations, Annotations.BUNDLE)
            .flatMap(json -> entry(json, trouble))
            .map(List::of)
            .orElse(List.of()),
        annotation(annotations, Annotations.TIMESTAMP)
            .map(json -> List.of(timestamp(json, trouble)))
            .orElse(List.of()));
  }

  private static Optional<String> annotation(Map<String, String> annotations, String name) {
    return Optional.ofNullable(annotations.get(name)).filter(text -> !text.isEmpty());
  }

  private static Bytes signature(Map<String, String> annotations, Trouble trouble) {
    Optional<Bytes> signature =
        annotation(annotations, Annotations.SIGNATURE).flatMap(Base64Text::decode);
    if (signature.isEmpty()) {
      trouble.note("its annotation `" + Annotations.SIGNATURE + "` holds no base64");
    }
    return signature.orElse(Bytes.EMPTY);
  }

  private static Holder holder(Map<String, String> annotations, Trouble trouble) {
    return annotation(annotations, Annotations.CERTIFICATE)
        .flatMap(pem -> certificates(Annotations.CERTIFICATE, pem, 1, trouble))
        .<Holder>map(
            leaf ->
                new Holder.Certificate(
                    leaf.getFirst(),
                    annotation(annotations, Annotations.CHAIN)
                        .flatMap(
                            pem -> certificates(Annotations.CHAIN, pem, MAX_CERTIFICATES, trouble))
                        .orElse(List.of())))
        .orElse(new Holder.SomeKey(Optional.empty()));
  }

  private static Optional<List<Bytes>> certificates(
      String name, String pem, int most, Trouble trouble) {
    Optional<List<Bytes>> read =
        Pem.read(pem.getBytes(UTF_8), most)
            .map(blocks -> blocks.stream().map(Pem.Block::content).toList())
            .filter(blocks -> !blocks.isEmpty());
    if (read.isEmpty()) {
      trouble.note("its annotation `" + name + "` holds no certificate in PEM");
    }
    return read;
  }

  private static Fields fields(String name, String json, Trouble trouble) {
    Trouble inner = new Trouble();
    Fields fields = Fields.of(JsonReader.read(json.getBytes(UTF_8)), inner);
    inner.first().ifPresent(what -> trouble.note("its annotation `" + name + "`: " + what));
    return new Fields(fields.json(), "", trouble);
  }

  private static Optional<LogEntry> entry(String json, Trouble trouble) {
    Fields bundle = fields(Annotations.BUNDLE, json, trouble);
    Fields payload = bundle.object("Payload");
    LogEntry entry =
        new LogEntry(
            payload.number("logIndex"),
            payload.meaning("logID", "hexadecimal", LegacyReader::hex, Bytes.EMPTY),
            Optional.empty(),
            Optional.of(LogEntry.time(payload.number("integratedTime"))),
            Optional.of(bundle.base64("SignedEntryTimestamp")),
            Optional.empty(),
            payload.base64("body"));
    return Optional.of(entry);
  }

  private static Optional<Bytes> hex(String text) {
    try {
      return Optional.of(Bytes.wrap(HexFormat.of().parseHex(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Bytes timestamp(String json, Trouble trouble) {
    return fields(Annotations.TIMESTAMP, json, trouble).base64("SignedRFC3161Timestamp");
  }
}
