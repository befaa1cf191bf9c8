package io.policyc.tests.peers.cosign;

import io.policyc.tests.peers.Engine;
import io.policyc.tests.peers.RequiresEngine;
import io.policyc.tests.peers.cosign.KeylessParty.Time;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Signatures by identity, with a Sigstore of our own: what both cosigns say, and what we say.
@RequiresEngine({Engine.COSIGN_2, Engine.COSIGN_3, Engine.ORAS, Engine.REGISTRY, Engine.REGISTRY_2})
final class KeylessVerdictTest {
  @Test
  void agreesWithCosign() {
    try (Services services = Services.start();
        World world = World.start()) {
      world.believe(services);
      List<Table.Signer> signers = new ArrayList<>();
      String issuer = "https://issuer.example";
      for (Time time : Time.values()) {
        signers.add(
            new Table.Signer(
                "KEYLESS_" + time,
                KeylessParty.make(world, services, "alice", "alice@example.com", issuer, time),
                KeylessParty.make(world, services, "bob", "https://example.com/bob", issuer, time),
                time == Time.LOG_1));
      }
      List<Row> rows = new Table(world, signers).rows();
      Report.hold(
          "signatures by identity",
          rows,
          EnumSet.of(Difference.ATTESTATION_AS_SIGNATURE, Difference.BUNDLE_HIDES_LEGACY));
    }
  }
}
