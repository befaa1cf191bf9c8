package io.policyc.tests.peers.cosign;

import io.policyc.signatures.oci.Found;
import io.policyc.signatures.sigstore.Demand;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.Judgement;
import io.policyc.signatures.sigstore.Statement;
import io.policyc.signatures.sigstore.Verifier;
import java.time.Instant;
import java.util.EnumSet;

/// What policyc says of an image in a registry.
///
/// @param found all that it found there
/// @param judgement on it
record Ours(Found found, Judgement judgement) {
  static Ours judge(Shelf shelf, Piece image, Party asked, Statement statement) {
    Demand demand =
        new Demand(asked.signers(), statement, EnumSet.allOf(Format.class), asked.log());
    Found found = shelf.registry().signatures(shelf.name(), image.digest());
    Verifier verifier = new Verifier(asked.root());
    return new Ours(
        found, verifier.verifyAll(found.materials(), image.digest(), demand, Instant.now()));
  }

  boolean isGood() {
    return judgement.verified().isPresent();
  }
}
