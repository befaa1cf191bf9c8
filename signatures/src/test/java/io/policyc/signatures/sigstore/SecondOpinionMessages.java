package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.AlteredTable.ENTRY;
import static io.policyc.signatures.sigstore.AlteredTable.PROOF;
import static io.policyc.signatures.sigstore.AlteredTable.STAMP;
import static io.policyc.signatures.sigstore.AlteredTable.base64;
import static io.policyc.signatures.sigstore.AlteredTable.flip;
import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Altered signatures of messages: the only bundles of Rekor 2 that sigstore-java reads.
final class SecondOpinionMessages {
  private final List<SecondOpinionCase> all = new ArrayList<>();

  static List<SecondOpinionCase> all() {
    SecondOpinionMessages messages = new SecondOpinionMessages();
    messages.logged("Rekor 1", AlteredTable::keyless);
    messages.logged("Rekor 2", () -> AlteredTable.keyless().second());
    messages.stamped("Rekor 1", () -> AlteredTable.keyless().stampedAt(MintedWorld.SIGNED));
    messages.stamped("Rekor 2", () -> AlteredTable.keyless().second());
    return messages.all;
  }

  private void add(String log, Supplier<SignaturePlan> plan, String name, Consumer<JsonTree> edit) {
    JsonTree bundle = plan.get().message(CONTENT);
    edit.accept(bundle);
    all.add(SecondOpinionCase.of("message: " + name + ", " + log, bundle));
  }

  private void logged(String log, Supplier<SignaturePlan> plan) {
    for (String path :
        List.of(
            "messageSignature.signature",
            "messageSignature.messageDigest.digest",
            PROOF + ".rootHash",
            PROOF + ".hashes.0",
            ENTRY + ".logId.keyId")) {
      add(log, plan, "a bit of " + path, b -> flip(b, path, 10));
    }
    for (String path : List.of(PROOF + ".hashes.0", PROOF + ".checkpoint", PROOF)) {
      add(log, plan, "without " + path, b -> b.remove(path));
    }
    for (String path : List.of(PROOF + ".treeSize", PROOF + ".logIndex", ENTRY + ".logIndex")) {
      add(log, plan, "another " + path, b -> b.text(path, "6"));
    }
    String checkpoint = PROOF + ".checkpoint.envelope";
    add(
        log,
        plan,
        "the checkpoint's size",
        b -> b.text(checkpoint, b.text(checkpoint).replaceFirst("\n[0-9]+\n", "\n9\n")));
    add(
        log,
        plan,
        "an entry of another",
        b -> b.set(ENTRY, plan.get().message("x".getBytes(US_ASCII)).json(ENTRY)));
    add(log, plan, "no entries", b -> b.set("verificationMaterial.tlogEntries", "[]"));
  }

  private void stamped(String log, Supplier<SignaturePlan> plan) {
    add(log, plan, "a bit of the stamp's signature", b -> b.text(STAMP, unsigned(b.text(STAMP))));
    add(
        log,
        plan,
        "a bit of the stamp's certificate",
        b -> b.text(STAMP, uncertified(b.text(STAMP))));
    add(log, plan, "a stamp of garbage", b -> b.text(STAMP, "AAAA"));
    add(log, plan, "a stamp of something else", b -> b.text(STAMP, stamp(CONTENT)));
    add(
        log,
        plan,
        "a stamp by another authority",
        b -> b.text(STAMP, strange(b.text("messageSignature.signature"))));
    add(log, plan, "no stamps", b -> b.set(STAMP.substring(0, STAMP.indexOf(".0.")), "[]"));
    add(
        log,
        () -> plan.get().stampedAt(MintedWorld.SIGNED.plusSeconds(3600)),
        "stamped after the certificate ended",
        _ -> {});
  }

  /// With another last bit: the stamp's signature is its end.
  private static String unsigned(String stamp) {
    byte[] bytes = Base64.getDecoder().decode(stamp);
    bytes[bytes.length - 1] ^= 1;
    return base64(bytes);
  }

  /// With another last bit in the certificate that the stamp carries, which nothing signs.
  private static String uncertified(String stamp) {
    HexFormat hex = HexFormat.of();
    try {
      byte[] leaf = AlteredTable.WORLD.timestamps().authority().chain().getFirst().getEncoded();
      String before = hex.formatHex(leaf);
      leaf[leaf.length - 1] ^= 1;
      String whole = hex.formatHex(Base64.getDecoder().decode(stamp));
      return base64(hex.parseHex(whole.replace(before, hex.formatHex(leaf))));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String stamp(byte[] content) {
    return base64(AlteredTable.WORLD.timestamps().stamp(content, MintedWorld.SIGNED));
  }

  private static String strange(String signature) {
    byte[] signed = Base64.getDecoder().decode(signature);
    return base64(AlteredTable.OTHER.timestamps().stamp(signed, MintedWorld.SIGNED));
  }
}
