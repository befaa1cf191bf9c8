package io.policyc.tests.peers.cosign;

import io.policyc.tests.peers.cosign.Piece.Place;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// Changes of what cosign wrote.
final class Spoil {
  private static final String SIGNATURE = "dev.cosignproject.cosign/signature";

  private Spoil() {}

  static Piece nothing(Piece piece, Signed signed) {
    return piece;
  }

  /// The text that is signed: cosign's payload, or the statement.
  static String text(Piece piece) {
    return isPlain(piece)
        ? Bytes8.text(piece.content())
        : decoded(envelope(piece).path("payload").asString());
  }

  private static String decoded(String base64) {
    return Bytes8.text(Base64.getDecoder().decode(base64));
  }

  /// Whether it is a payload beside its signature, not an envelope.
  private static boolean isPlain(Piece piece) {
    return piece.place() == Place.SIG;
  }

  private static ObjectNode envelope(Piece piece) {
    ObjectNode content = (ObjectNode) Piece.JSON.readTree(piece.content());
    return piece.place() == Place.ATT ? content : (ObjectNode) content.path("dsseEnvelope");
  }

  /// It with another text, and the old signature.
  static Piece withText(Piece piece, String text) {
    return isPlain(piece)
        ? piece.withContent(Bytes8.of(text))
        : withEnvelope(piece, old -> old.put("payload", base64(Bytes8.of(text))));
  }

  /// It with another signature.
  static Piece withSignature(Piece piece, byte[] signature) {
    return isPlain(piece)
        ? piece.withAnnotation(SIGNATURE, base64(signature))
        : withEnvelope(
            piece,
            old -> {
              ((ObjectNode) old.path("signatures").get(0)).put("sig", base64(signature));
              return old;
            });
  }

  private static byte[] signature(Piece piece) {
    return Base64.getDecoder()
        .decode(
            isPlain(piece)
                ? piece.annotation(SIGNATURE)
                : envelope(piece).path("signatures").get(0).path("sig").asString());
  }

  private static Piece withEnvelope(Piece piece, UnaryOperator<ObjectNode> change) {
    ObjectNode content = (ObjectNode) Piece.JSON.readTree(piece.content());
    if (piece.place() == Place.ATT) {
      return piece.withContent(Piece.JSON.writeValueAsBytes(change.apply(content)));
    }
    content.set("dsseEnvelope", change.apply((ObjectNode) content.path("dsseEnvelope")));
    return piece.withContent(Piece.JSON.writeValueAsBytes(content));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// The text names the other image, unsigned.
  static Piece renamed(Piece piece, Signed signed) {
    return withText(piece, otherName(text(piece), signed));
  }

  private static String otherName(String text, Signed signed) {
    return text.replace(signed.image().digest().hex(), signed.other().digest().hex());
  }

  /// One bit of the signature is another.
  static Piece flipped(Piece piece, Signed signed) {
    byte[] signature = signature(piece);
    signature[signature.length - 1] ^= 1;
    return withSignature(piece, signature);
  }

  static Piece unsigned(Piece piece, Signed signed) {
    return withSignature(piece, new byte[0]);
  }

  /// Another text, signed by the same party.
  static Piece signedAnew(Piece piece, Signed signed, UnaryOperator<String> change) {
    String text = change.apply(text(piece));
    byte[] bytes = Bytes8.of(text);
    byte[] signature = signed.right().sign(isPlain(piece) ? bytes : encoded(bytes));
    return withSignature(withText(piece, text), signature);
  }

  /// DSSE's pre-authentication encoding of an in-toto statement.
  private static byte[] encoded(byte[] payload) {
    String type = "application/vnd.in-toto+json";
    String head = "DSSEv1 " + type.length() + " " + type + " " + payload.length + " ";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = java.util.Arrays.copyOf(start, start.length + payload.length);
    System.arraycopy(payload, 0, all, start.length, payload.length);
    return all;
  }

  /// A referrer that says it holds a bundle, and does not.
  static Piece garbage(Piece image) {
    String empty = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    String type = "application/vnd.dev.sigstore.bundle.v0.3+json";
    ObjectNode manifest = Piece.JSON.createObjectNode();
    manifest.put("schemaVersion", 2).put("mediaType", Registry.MANIFEST).put("artifactType", type);
    manifest
        .putObject("config")
        .put("mediaType", "application/vnd.oci.empty.v1+json")
        .put("digest", empty)
        .put("size", 2);
    manifest.putArray("layers").addObject().put("mediaType", type).put("digest", empty);
    manifest.putObject("subject").put("mediaType", Registry.MANIFEST);
    String json = Piece.JSON.writeValueAsString(manifest);
    Map<String, io.policyc.signatures.Bytes> blobs =
        Map.of(empty, io.policyc.signatures.Bytes.copyOf(Bytes8.of("{}")));
    return new Piece(Place.REFERRER, json, blobs)
        .withContent(Bytes8.of("{\"mediaType\": \"this is no bundle"))
        .about(image);
  }
}
