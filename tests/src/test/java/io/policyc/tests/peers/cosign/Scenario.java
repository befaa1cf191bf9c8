package io.policyc.tests.peers.cosign;

import io.policyc.tests.peers.cosign.Signed.Part;
import java.util.List;
import java.util.Optional;

/// An image with attachments, good or spoiled, and a question about it.
///
/// @param name as in the table
/// @param question what is asked
/// @param make what lies in the registry
record Scenario(String name, Question question, Make make) {
  /// What is asked, and for whom.
  enum Question {
    SIGNED,
    SIGNED_BY_OTHER,
    ATTESTED,
    ATTESTED_BY_OTHER,
    ATTESTED_OTHERWISE;

    boolean isSignature() {
      return this == SIGNED || this == SIGNED_BY_OTHER;
    }

    boolean isOther() {
      return this == SIGNED_BY_OTHER || this == ATTESTED_BY_OTHER;
    }

    /// The predicate type that is asked for.
    String type() {
      return this == ATTESTED_OTHERWISE ? "https://example.com/else/v1" : Cosign.PREDICATE;
    }
  }

  /// What lies in a repository.
  ///
  /// @param image that is asked about
  /// @param attached in this order
  record Laid(Piece image, List<Piece> attached) {}

  /// Lays something out; empty where cosign has written nothing to lay out.
  @FunctionalInterface
  interface Make {
    Optional<Laid> lay(Signed signed, Layout layout);
  }

  /// Changes one piece.
  @FunctionalInterface
  interface Change {
    Piece apply(Piece piece, Signed signed);
  }

  static Scenario one(String name, Question question, boolean signature, Change change) {
    return new Scenario(
        name,
        question,
        (signed, layout) ->
            piece(signed, Part.of(layout, false, signature))
                .map(p -> new Laid(signed.image(), List.of(change.apply(p, signed)))));
  }

  static Scenario moved(String name, Question question, boolean signature, Change change) {
    return new Scenario(
        name,
        question,
        (signed, layout) ->
            piece(signed, Part.of(layout, false, signature))
                .map(p -> new Laid(signed.other(), List.of(change.apply(p, signed)))));
  }

  /// Several parts beside each other, on one layout only.
  static Scenario together(String name, Question question, Layout only, Part... parts) {
    return new Scenario(
        name,
        question,
        (signed, layout) ->
            layout == only && List.of(parts).stream().allMatch(signed.pieces()::containsKey)
                ? Optional.of(
                    new Laid(
                        signed.image(), List.of(parts).stream().map(signed.pieces()::get).toList()))
                : Optional.empty());
  }

  static Optional<Piece> piece(Signed signed, Part part) {
    return Optional.ofNullable(signed.pieces().get(part));
  }
}
