package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedLeaf;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.security.KeyPair;

/// Signatures that are not by the key they should be by.
final class AlteredSignaturesTest extends AlteredTable {
  private static final String DIGEST = "messageSignature.messageDigest";
  private static final KeyPair WEAK = Keys.rsa(1024);
  private static final KeyPair EDWARDS = Keys.ed25519();
  private static final KeyPair P384 = Keys.p384();

  @Override
  void rows() {
    bits();
    keys();
    messages();
  }

  private void bits() {
    image("a bit of the signature", Reason.BAD_SIGNATURE, b -> flip(b, SIG, 20));
    image("an empty signature", Reason.BAD_SIGNATURE, b -> b.text(SIG, ""));
    image("a long signature", Reason.BAD_SIGNATURE, b -> b.text(SIG, base64(new byte[5000])));
    image(
        "a signature by another",
        Reason.BAD_SIGNATURE,
        b -> b.text(SIG, keyed().statement(signing()).text(SIG)));
    image(
        "the payload",
        Reason.BAD_SIGNATURE,
        b -> b.text("dsseEnvelope.payload", base64((signing() + " ").getBytes(UTF_8))));
    image(
        "the certificate",
        Reason.BAD_SIGNATURE,
        b -> b.text("verificationMaterial.certificate.rawBytes", base64(WORLD.leaf().der())));
    blob(
        "a bit of the message's signature",
        Reason.BAD_SIGNATURE,
        b -> flip(b, "messageSignature.signature", 20));
  }

  private void keys() {
    image("no certificate", Reason.NO_CERTIFICATE, keyed(), _ -> {});
    Demand key = Asked.signedWith(KEYS.getPublic());
    add(
        "a certificate of another key",
        () -> keyless().statement(signing()),
        key,
        Reason.WRONG_KEY);
    add(
        "another key",
        () -> SignaturePlan.keyed(WORLD, Keys.p256()).statement(signing()),
        key,
        Reason.BAD_SIGNATURE);
    add(
        "a key of another kind",
        () -> SignaturePlan.keyed(WORLD, Keys.ed25519()).statement(signing()),
        key,
        Reason.BAD_SIGNATURE);
    add(
        "a weak key",
        () -> SignaturePlan.keyed(WORLD, WEAK).statement(signing()),
        Asked.signedWith(WEAK.getPublic()),
        Reason.UNSUPPORTED_KEY);
    add(
        "a certificate of a weak key",
        () -> SignaturePlan.keyless(WORLD, weakLeaf()).statement(signing()),
        Asked.signed(),
        Reason.UNSUPPORTED_KEY);
  }

  private void messages() {
    add(
        "Ed25519 without hashing over a message",
        AlteredSignaturesTest::pure,
        Asked.by(new Signers.Key(EDWARDS.getPublic()), new Statement.Blob()),
        Reason.BAD_SIGNATURE);
    add(
        "SHA-384 where only SHA-256 is known",
        () -> SignaturePlan.keyed(WORLD, P384).message(CONTENT).remove(DIGEST),
        Asked.by(new Signers.Key(P384.getPublic()), new Statement.Blob()),
        Reason.BAD_SIGNATURE);
  }

  private static MintedLeaf weakLeaf() {
    return WORLD
        .authority()
        .leaf(WEAK)
        .uri(MintedWorld.SUBJECT)
        .issuer(MintedWorld.ISSUER)
        .promisedBy(WORLD.certificateLog())
        .mint();
  }

  private static JsonTree pure() {
    byte[] signature = Keys.sign("Ed25519", EDWARDS.getPrivate(), CONTENT);
    return SignaturePlan.keyed(WORLD, EDWARDS)
        .message(CONTENT)
        .remove(DIGEST)
        .text("messageSignature.signature", base64(signature));
  }
}
