package io.policyc.signatures.sigstore;

import java.util.List;

/// Fields of a bundle that are missing, or that hold something else.
final class AlteredFieldsTest extends AlteredTable {
  @Override
  void rows() {
    missing();
    numbers();
    bytes();
    hashes();
  }

  private void missing() {
    for (String gone :
        List.of(
            "mediaType",
            "verificationMaterial",
            "verificationMaterial.certificate",
            "verificationMaterial.certificate.rawBytes",
            "dsseEnvelope",
            "dsseEnvelope.payload",
            "dsseEnvelope.payloadType",
            "dsseEnvelope.signatures",
            SIG,
            ENTRY + ".logId",
            ENTRY + ".logId.keyId",
            ENTRY + ".kindVersion",
            ENTRY + ".kindVersion.kind",
            ENTRY + ".kindVersion.version",
            ENTRY + ".canonicalizedBody",
            PROOF + ".rootHash",
            PROOF + ".checkpoint",
            PROOF + ".checkpoint.envelope")) {
      image("without " + gone, Reason.MALFORMED_BUNDLE, b -> b.remove(gone));
      if (!gone.equals("mediaType")) {
        image("null instead of " + gone, Reason.MALFORMED_BUNDLE, b -> b.set(gone, "null"));
      }
    }
  }

  private void numbers() {
    for (String number :
        List.of(
            ENTRY + ".logIndex",
            ENTRY + ".integratedTime",
            PROOF + ".treeSize",
            PROOF + ".logIndex")) {
      image(number + " negative", Reason.MALFORMED_BUNDLE, b -> b.text(number, "-1"));
      image(
          number + " beyond all",
          Reason.MALFORMED_BUNDLE,
          b -> b.text(number, "9999999999999999999"));
      image(number + " no number", Reason.MALFORMED_BUNDLE, b -> b.set(number, "true"));
    }
  }

  private void bytes() {
    for (String base64 :
        List.of(SIG, "dsseEnvelope.payload", ENTRY + ".canonicalizedBody", PROOF + ".hashes.0")) {
      image(
          base64 + " no base64",
          Reason.MALFORMED_BUNDLE,
          b -> b.text(base64, "!" + b.text(base64)));
      image(
          base64 + " with a blank",
          Reason.MALFORMED_BUNDLE,
          b -> b.text(base64, b.text(base64) + " "));
    }
  }

  private void hashes() {
    blob(
        "another hash",
        Reason.MALFORMED_BUNDLE,
        b -> b.text("messageSignature.messageDigest.algorithm", "MD5"));
    blob(
        "a digest too short",
        Reason.MALFORMED_BUNDLE,
        b -> b.text("messageSignature.messageDigest.digest", "AAAA"));
  }
}
