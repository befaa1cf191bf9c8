package io.policyc.tests.peers.cosign;

import io.policyc.tests.peers.Engine;
import io.policyc.tests.peers.RequiresEngine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Signatures by key: what both cosigns say, and what we say.
@RequiresEngine({Engine.COSIGN_2, Engine.COSIGN_3, Engine.ORAS, Engine.REGISTRY, Engine.REGISTRY_2})
final class KeyVerdictTest {
  @Test
  void agreesWithCosign() {
    try (World world = World.start()) {
      List<Table.Signer> signers = new ArrayList<>();
      for (KeyParty.Kind kind : KeyParty.Kind.values()) {
        Tool tool = world.cosign(3).tool();
        signers.add(
            new Table.Signer(
                kind.name(),
                KeyParty.make(kind, kind + "-right", tool),
                KeyParty.make(kind, kind + "-wrong", tool),
                kind == KeyParty.Kind.ECDSA));
      }
      List<Row> rows = new Table(world, signers).rows();
      Report.hold(
          "signatures by key",
          rows,
          EnumSet.range(Difference.ATTESTATION_AS_SIGNATURE, Difference.P384));
    }
  }
}
