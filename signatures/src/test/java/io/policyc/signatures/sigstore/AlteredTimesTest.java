package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;

import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.time.Instant;
import java.util.Base64;

/// When it was signed, and who says so.
final class AlteredTimesTest extends AlteredTable {
  @Override
  void rows() {
    moments();
    stamps();
    none();
  }

  private void moments() {
    Instant late = MintedWorld.SIGNED.plusSeconds(3600);
    image(
        "logged after the certificate ended",
        Reason.CERTIFICATE_NOT_VALID,
        keyless().at(late),
        _ -> {});
    image(
        "logged before the certificate began",
        Reason.CERTIFICATE_NOT_VALID,
        keyless().at(MintedWorld.SIGNED.minusSeconds(3600)),
        _ -> {});
    image(
        "stamped after the certificate ended",
        Reason.CERTIFICATE_NOT_VALID,
        keyless().stampedAt(late),
        _ -> {});
    image(
        "one of two stamps after it ended",
        Reason.CERTIFICATE_NOT_VALID,
        keyless().stampedAt(MintedWorld.SIGNED, late),
        _ -> {});
    image(
        "logged in the future",
        Reason.TIME_IN_FUTURE,
        keyless().at(Asked.NOW.plusSeconds(61)),
        _ -> {});
    image(
        "stamped in the future",
        Reason.TIME_IN_FUTURE,
        keyless().stampedAt(Asked.NOW.plusSeconds(61)),
        _ -> {});
  }

  private void stamps() {
    SignaturePlan stamped = keyless().stampedAt(MintedWorld.SIGNED);
    image("a stamp of garbage", Reason.MALFORMED_TIMESTAMP, stamped, b -> b.text(STAMP, "AAAA"));
    image("an empty stamp", Reason.MALFORMED_TIMESTAMP, stamped, b -> b.text(STAMP, ""));
    image(
        "a stamp of another signature",
        Reason.BAD_TIMESTAMP,
        stamped,
        b -> b.text(STAMP, base64(WORLD.timestamps().stamp(CONTENT, MintedWorld.SIGNED))));
    image(
        "a stamp of nobody known",
        Reason.UNTRUSTED_TIMESTAMP,
        keyless().second(),
        b ->
            b.text(
                STAMP,
                base64(
                    OTHER
                        .timestamps()
                        .stamp(Base64.getDecoder().decode(b.text(SIG)), MintedWorld.SIGNED))));
  }

  private void none() {
    add(
        "no time at all",
        () -> keyless().unlogged().statement(signing()),
        Asked.signed().withLog(Demand.Log.IF_PRESENT),
        Reason.NO_PROVEN_TIME);
    image(
        "a proof without a promise",
        Reason.NO_PROVEN_TIME,
        b -> b.remove(ENTRY + ".inclusionPromise"));
    Demand key = Asked.signedWith(KEYS.getPublic());
    add(
        "a key's signature in the future",
        () -> keyed().at(Asked.NOW.plusSeconds(61)).statement(signing()),
        key,
        Reason.TIME_IN_FUTURE);
  }
}
