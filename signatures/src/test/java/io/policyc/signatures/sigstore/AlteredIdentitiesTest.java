package io.policyc.signatures.sigstore;

import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.DERUTF8String;

/// For whom a certificate is.
final class AlteredIdentitiesTest extends AlteredTable {
  @Override
  void rows() {
    rules();
    certificates();
  }

  private void rules() {
    Supplier<SignaturePlan> good = AlteredTable::keyless;
    identity(
        good,
        "another subject",
        MintedWorld.SUBJECT + "0",
        MintedWorld.ISSUER,
        Map.of(),
        Reason.WRONG_IDENTITY);
    identity(
        good,
        "a subject's beginning",
        MintedWorld.SUBJECT.substring(0, 30),
        MintedWorld.ISSUER,
        Map.of(),
        Reason.WRONG_IDENTITY);
    identity(
        good,
        "a star in one segment",
        "https://github.com/*",
        MintedWorld.ISSUER,
        Map.of(),
        Reason.WRONG_IDENTITY);
    identity(
        good,
        "another issuer",
        MintedWorld.SUBJECT,
        "https://accounts.example.com",
        Map.of(),
        Reason.WRONG_ISSUER);
    identity(
        good,
        "an issuer's beginning",
        "**",
        "https://token.actions.githubusercontent",
        Map.of(),
        Reason.WRONG_ISSUER);
    identity(
        good,
        "an extension that is missing",
        MintedWorld.SUBJECT,
        MintedWorld.ISSUER,
        Map.of("1.3.6.1.4.1.57264.1.12", TextRule.of("https://github.com/acme/app")),
        Reason.WRONG_EXTENSION);
  }

  private void certificates() {
    Supplier<SignaturePlan> extended =
        () ->
            SignaturePlan.keyless(
                WORLD, WORLD.leafPlan().text("12", "https://github.com/acme/fork").mint());
    identity(
        extended,
        "another extension",
        MintedWorld.SUBJECT,
        MintedWorld.ISSUER,
        Map.of("1.3.6.1.4.1.57264.1.12", TextRule.of("https://github.com/acme/app")),
        Reason.WRONG_EXTENSION);
    Supplier<SignaturePlan> nobody =
        () ->
            SignaturePlan.keyless(
                WORLD,
                WORLD
                    .authority()
                    .leaf()
                    .otherName("1.2.3", new DERUTF8String("x"))
                    .issuer(MintedWorld.ISSUER)
                    .promisedBy(WORLD.certificateLog())
                    .mint());
    identity(
        nobody,
        "a certificate for nobody",
        "**",
        MintedWorld.ISSUER,
        Map.of(),
        Reason.WRONG_IDENTITY);
    Supplier<SignaturePlan> unvouched =
        () ->
            SignaturePlan.keyless(
                WORLD,
                WORLD
                    .authority()
                    .leaf()
                    .uri(MintedWorld.SUBJECT)
                    .promisedBy(WORLD.certificateLog())
                    .mint());
    identity(
        unvouched,
        "a name that nobody vouched for",
        MintedWorld.SUBJECT,
        "**",
        Map.of(),
        Reason.WRONG_ISSUER);
  }

  private void identity(
      Supplier<SignaturePlan> plan,
      String name,
      String subject,
      String issuer,
      Map<String, TextRule> extensions,
      Reason reason) {
    Signers signers =
        new Signers.Keyless(
            List.of(new Identity(TextRule.of(subject), TextRule.of(issuer), extensions)));
    add(
        name,
        () -> plan.get().statement(signing()),
        Asked.by(signers, new Statement.Signed()),
        reason);
  }
}
