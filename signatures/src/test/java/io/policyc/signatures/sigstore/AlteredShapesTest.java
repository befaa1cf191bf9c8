package io.policyc.signatures.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.MintedWorld;
import java.util.List;
import java.util.Set;

/// What is no bundle, or a bundle of no known shape.
final class AlteredShapesTest extends AlteredTable {
  @Override
  void rows() {
    documents();
    mediaTypes();
    lists();
    certificates();
  }

  private void documents() {
    String good = keyless().statement(signing()).toString();
    raw("empty", Reason.MALFORMED_BUNDLE, "");
    raw("no json", Reason.MALFORMED_BUNDLE, "signed, really");
    raw("a list", Reason.MALFORMED_BUNDLE, "[" + good + "]");
    raw("two documents", Reason.MALFORMED_BUNDLE, good + good);
    raw("cut short", Reason.MALFORMED_BUNDLE, good.substring(0, good.length() - 1));
    raw(
        "a name twice",
        Reason.MALFORMED_BUNDLE,
        good.replace("{\"mediaType\"", "{\"mediaType\":\"x\",\"mediaType\""));
    raw("a comment", Reason.MALFORMED_BUNDLE, "/* hi */" + good);
    add(
        "too large",
        () -> bundle(good + " ".repeat(Verifier.MAX_BYTES)),
        Asked.signed(),
        ROOT,
        Reason.TOO_LARGE);
    raw("too deep", Reason.MALFORMED_BUNDLE, "[".repeat(200) + "]".repeat(200));
  }

  private void mediaTypes() {
    for (String type :
        List.of(
            "application/vnd.dev.sigstore.bundle+json;version=0.4",
            "application/vnd.dev.sigstore.bundle.v0.4+json",
            "application/vnd.dev.sigstore.bundle.v0.3+json ",
            "application/vnd.dev.sigstore.bundle+json",
            "Application/vnd.dev.sigstore.bundle.v0.3+json",
            "")) {
      image("media type `" + type + "`", Reason.UNKNOWN_FORMAT, b -> b.text("mediaType", type));
    }
    image("media type a number", Reason.MALFORMED_BUNDLE, b -> b.set("mediaType", "3"));
    Demand older =
        new Demand(
            Asked.MINTED, new Statement.Signed(), Set.of(Format.BUNDLE_0_1), Demand.Log.REQUIRED);
    add(
        "a format switched off",
        () -> keyless().statement(signing()),
        older,
        Reason.FORMAT_NOT_ALLOWED);
  }

  private void lists() {
    image("two signatures", Reason.MALFORMED_BUNDLE, b -> b.repeat("dsseEnvelope.signatures.0", 1));
    image("no signatures", Reason.MALFORMED_BUNDLE, b -> b.set("dsseEnvelope.signatures", "[]"));
    image("33 entries", Reason.MALFORMED_BUNDLE, b -> b.repeat(ENTRY, 32));
    image(
        "33 timestamps",
        Reason.MALFORMED_BUNDLE,
        keyless().stampedAt(MintedWorld.SIGNED),
        b -> b.repeat(STAMP.replace(".signedTimestamp", ""), 32));
    image("65 hashes", Reason.MALFORMED_BUNDLE, b -> b.repeat(PROOF + ".hashes.0", 65));
    image(
        "entries no list",
        Reason.MALFORMED_BUNDLE,
        b -> b.set("verificationMaterial.tlogEntries", "{}"));
    image(
        "entries of numbers",
        Reason.MALFORMED_BUNDLE,
        b -> b.set("verificationMaterial.tlogEntries", "[1]"));
  }

  private void certificates() {
    image("a chain in 0.3", Reason.MALFORMED_BUNDLE, b -> chain(b));
    image(
        "an empty chain in 0.2",
        Reason.MALFORMED_BUNDLE,
        keyless().version("0.2"),
        b -> b.set("verificationMaterial.x509CertificateChain.certificates", "[]"));
    image(
        "17 certificates in 0.2",
        Reason.MALFORMED_BUNDLE,
        keyless().version("0.2"),
        b -> b.repeat("verificationMaterial.x509CertificateChain.certificates.0", 16));
    image(
        "certificate and key",
        Reason.MALFORMED_BUNDLE,
        b -> b.set("verificationMaterial.publicKey", "{}"));
    image(
        "two contents",
        Reason.MALFORMED_BUNDLE,
        b -> b.set("messageSignature", "{\"signature\":\"AAAA\"}"));
    image(
        "a certificate of garbage",
        Reason.MALFORMED_CERTIFICATE,
        b -> b.text("verificationMaterial.certificate.rawBytes", "AAAA"));
    image(
        "bytes after the certificate",
        Reason.MALFORMED_CERTIFICATE,
        b ->
            b.text(
                "verificationMaterial.certificate.rawBytes",
                base64(concat(LEAF.der(), new byte[] {0}))));
    image(
        "an issuer of garbage",
        Reason.MALFORMED_CERTIFICATE,
        keyless().version("0.2"),
        b ->
            b.set(
                "verificationMaterial.x509CertificateChain.certificates.1",
                "{\"rawBytes\":\"AAAA\"}"));
  }

  private void raw(String name, Reason reason, String json) {
    add(name, () -> bundle(json), Asked.signed(), ROOT, reason);
  }

  private static Material bundle(String json) {
    return new Material.Bundle(Bytes.wrap(json.getBytes(UTF_8)));
  }

  private static void chain(JsonTree bundle) {
    String one = bundle.json("verificationMaterial.certificate");
    bundle.remove("verificationMaterial.certificate");
    bundle.set("verificationMaterial.x509CertificateChain", "{\"certificates\":[" + one + "]}");
  }
}
