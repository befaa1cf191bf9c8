package io.policyc.tests.peers.cosign;

import io.policyc.tests.peers.cosign.Piece.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An image and all that one cosign attached to it, each piece by itself.
///
/// @param image that was signed
/// @param other another image, which nobody has signed
/// @param right whose signatures are asked for
/// @param wrong somebody else
/// @param pieces what was attached, by what it is; what cosign refuses to write is missing
record Signed(Piece image, Piece other, Party right, Party wrong, Map<Part, Piece> pieces) {
  Signed {
    pieces = Map.copyOf(pieces);
  }

  /// What is attached.
  enum Part {
    LEGACY_SIGNATURE,
    LEGACY_ATTESTATION,
    LEGACY_WRONG_SIGNATURE,
    LEGACY_WRONG_ATTESTATION,
    BUNDLE_SIGNATURE,
    BUNDLE_ATTESTATION,
    BUNDLE_WRONG_SIGNATURE,
    BUNDLE_WRONG_ATTESTATION;

    Layout layout() {
      return compareTo(BUNDLE_SIGNATURE) < 0 ? Layout.LEGACY : Layout.BUNDLE;
    }

    boolean isSignature() {
      return name().endsWith("SIGNATURE");
    }

    boolean isWrong() {
      return name().contains("WRONG");
    }

    static Part of(Layout layout, boolean wrong, boolean signature) {
      for (Part one : values()) {
        if (one.layout() == layout && one.isWrong() == wrong && one.isSignature() == signature) {
          return one;
        }
      }
      throw new IllegalStateException();
    }
  }

  /// Has everything signed by cosign, each in a repository of its own.
  static Signed make(
      Cosign cosign, Registry registry, String name, Pair images, Party right, Party wrong) {
    Map<Part, Piece> pieces = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      Shelf shelf =
          new Shelf(registry, name + "/" + part.name().toLowerCase(java.util.Locale.ROOT));
      shelf.fill(images.one(), List.of());
      made(cosign, shelf, part, part.isWrong() ? wrong : right, images.one())
          .ifPresent(piece -> pieces.put(part, piece));
    }
    return new Signed(images.one(), images.other(), right, wrong, pieces);
  }

  /// Two images that differ.
  record Pair(Piece one, Piece other) {}

  private static Optional<Piece> made(
      Cosign cosign, Shelf shelf, Part part, Party party, Piece image) {
    try {
      return made(shelf, image, signed(cosign, shelf, part, party));
    } catch (UnsupportedOperationException _) {
      return Optional.empty();
    }
  }

  private static Tool.Ran signed(Cosign cosign, Shelf shelf, Part part, Party party) {
    return part.isSignature()
        ? cosign.sign(party, part.layout(), shelf)
        : cosign.attest(party, part.layout(), shelf);
  }

  private static Optional<Piece> made(Shelf shelf, Piece image, Tool.Ran ran) {
    return ran.isGood()
        ? shelf.attached(image).stream().filter(p -> p.place() != Place.IMAGE).findFirst()
        : Optional.empty();
  }
}
