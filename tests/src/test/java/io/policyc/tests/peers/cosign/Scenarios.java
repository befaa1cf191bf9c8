package io.policyc.tests.peers.cosign;

import static io.policyc.tests.peers.cosign.Scenario.moved;
import static io.policyc.tests.peers.cosign.Scenario.one;
import static io.policyc.tests.peers.cosign.Scenario.together;

import io.policyc.tests.peers.cosign.Scenario.Laid;
import io.policyc.tests.peers.cosign.Scenario.Question;
import io.policyc.tests.peers.cosign.Signed.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All questions of the table.
final class Scenarios {
  static final List<Scenario> SIGNATURES =
      List.of(
          one("good", Question.SIGNED, true, Spoil::nothing),
          one("asked for another signer", Question.SIGNED_BY_OTHER, true, Spoil::nothing),
          one("signature with a flipped bit", Question.SIGNED, true, Spoil::flipped),
          one("no signature in its place", Question.SIGNED, true, Spoil::unsigned),
          moved("moved to another image", Question.SIGNED, true, Spoil::nothing),
          moved("moved, its text changed", Question.SIGNED, true, Spoil::renamed),
          new Scenario("nothing attached", Question.SIGNED, Scenarios::nothing),
          new Scenario("garbage alone", Question.SIGNED, Scenarios::garbageAlone),
          new Scenario("garbage beside good", Question.SIGNED, Scenarios::garbageBeside),
          new Scenario("wrong before right", Question.SIGNED, (s, l) -> both(s, l, true)),
          new Scenario("right before wrong", Question.SIGNED, (s, l) -> both(s, l, false)),
          one("an attestation alone", Question.SIGNED, false, Spoil::nothing));

  static final List<Scenario> MIXED =
      List.of(
          together(
              "wrong bundle beside right legacy",
              Question.SIGNED,
              Layout.LEGACY,
              Part.LEGACY_SIGNATURE,
              Part.BUNDLE_WRONG_SIGNATURE),
          together(
              "wrong attestation bundle beside right legacy",
              Question.SIGNED,
              Layout.LEGACY,
              Part.LEGACY_SIGNATURE,
              Part.BUNDLE_WRONG_ATTESTATION),
          together(
              "wrong legacy beside right bundle",
              Question.SIGNED,
              Layout.BUNDLE,
              Part.LEGACY_WRONG_SIGNATURE,
              Part.BUNDLE_SIGNATURE),
          together(
              "right attestation beside wrong signature",
              Question.SIGNED,
              Layout.BUNDLE,
              Part.BUNDLE_WRONG_SIGNATURE,
              Part.BUNDLE_ATTESTATION),
          together(
              "wrong bundle beside right legacy attestation",
              Question.ATTESTED,
              Layout.LEGACY,
              Part.LEGACY_ATTESTATION,
              Part.BUNDLE_WRONG_SIGNATURE));

  static final List<Scenario> ATTESTATIONS =
      List.of(
          one("good attestation", Question.ATTESTED, false, Spoil::nothing),
          one("attestation of another type", Question.ATTESTED_OTHERWISE, false, Spoil::nothing),
          one("attestation by another", Question.ATTESTED_BY_OTHER, false, Spoil::nothing),
          one("attestation with a flipped bit", Question.ATTESTED, false, Spoil::flipped),
          moved("attestation moved", Question.ATTESTED, false, Spoil::nothing),
          moved("attestation moved, changed", Question.ATTESTED, false, Spoil::renamed),
          one("a signature alone", Question.ATTESTED, true, Spoil::nothing));

  /// What only a holder of the key can make, and cosign does not write.
  static final List<Scenario> SIGNED_ANEW =
      List.of(
          anew("signed anew", (text, s) -> text),
          anew(
              "digest in capitals",
              (text, s) -> swap(text, s.toUpperCase(java.util.Locale.ROOT), s)),
          anew("digest of another algorithm", (text, s) -> text.replace("sha256", "sha384")),
          anew("spaces around", (text, s) -> "\n " + text + " \n"),
          anew("a second value behind", (text, s) -> text + "{}"),
          anew(
              "a name twice",
              (text, s) -> text.replaceFirst("\\{", "{\"critical\":{},\"subject\":[],")),
          anew("another type of text", Scenarios::otherType),
          anew("names of members in capitals", Scenarios::capitals));

  private Scenarios() {}

  static List<Scenario> all() {
    return Stream.of(SIGNATURES, MIXED, ATTESTATIONS, SIGNED_ANEW).flatMap(List::stream).toList();
  }

  @FunctionalInterface
  private interface Rewrite {
    /// @param hex the value of the image's digest
    String apply(String text, String hex);
  }

  private static Scenario anew(String name, Rewrite rewrite) {
    return one(
        name,
        Question.SIGNED,
        true,
        (piece, signed) ->
            Spoil.signedAnew(
                piece, signed, text -> rewrite.apply(text, signed.image().digest().hex())));
  }

  private static String swap(String text, String wanted, String found) {
    return text.replace(found, wanted);
  }

  private static String otherType(String text, String hex) {
    return text.replace("cosign container image signature", "atomic container signature")
        .replace("https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.9");
  }

  private static String capitals(String text, String hex) {
    return text.replace("docker-manifest-digest", "Docker-manifest-digest")
        .replace("\"predicateType\"", "\"PredicateType\"");
  }

  private static Optional<Laid> nothing(Signed signed, Layout layout) {
    return Optional.of(new Laid(signed.image(), List.of()));
  }

  private static Optional<Laid> garbageAlone(Signed signed, Layout layout) {
    return Optional.of(new Laid(signed.image(), List.of(Spoil.garbage(signed.image()))));
  }

  private static Optional<Laid> garbageBeside(Signed signed, Layout layout) {
    return Scenario.piece(signed, Part.of(layout, false, true))
        .map(p -> new Laid(signed.image(), List.of(Spoil.garbage(signed.image()), p)));
  }

  private static Optional<Laid> both(Signed signed, Layout layout, boolean wrongFirst) {
    Optional<Piece> right = Scenario.piece(signed, Part.of(layout, false, true));
    Optional<Piece> wrong = Scenario.piece(signed, Part.of(layout, true, true));
    return right
        .flatMap(r -> wrong.map(w -> wrongFirst ? order(w, r) : order(r, w)))
        .map(pieces -> new Laid(signed.image(), pieces));
  }

  private static List<Piece> order(Piece first, Piece second) {
    return first.place() == Piece.Place.REFERRER
        ? List.of(first, second)
        : List.of(first.withLayersOf(second));
  }
}
