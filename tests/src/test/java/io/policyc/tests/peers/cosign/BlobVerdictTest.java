package io.policyc.tests.peers.cosign;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.sigstore.Demand;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.Identity;
import io.policyc.signatures.sigstore.Material;
import io.policyc.signatures.sigstore.Signers;
import io.policyc.signatures.sigstore.Statement;
import io.policyc.signatures.sigstore.TextRule;
import io.policyc.signatures.sigstore.Verdict;
import io.policyc.signatures.sigstore.Verifier;
import io.policyc.tests.peers.Engine;
import io.policyc.tests.peers.RequiresEngine;
import io.policyc.tests.peers.cosign.AlteredBlob.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the mint of the tests makes, good and altered: `cosign verify-blob` says the same as we. So
/// what is minted is what Sigstore makes.
@RequiresEngine({Engine.COSIGN_2, Engine.COSIGN_3})
final class BlobVerdictTest {
  @Test
  void agreesWithCosign(@TempDir Path folder) throws IOException {
    MintedWorld world = MintedWorld.create();
    Files.write(folder.resolve("root.json"), world.trustRoot().json());
    Files.write(folder.resolve("blob"), AlteredBlob.CONTENT);
    Cosign two = new Cosign(2, new Tool(Engine.COSIGN_2.require(), folder));
    Cosign three = new Cosign(3, new Tool(Engine.COSIGN_3.require(), folder));
    List<Row> rows = new ArrayList<>();
    for (AlteredBlob blob : AlteredBlob.all(world)) {
      Files.writeString(folder.resolve("bundle.json"), blob.json());
      Tool.Ran said2 = verify(two, blob.base());
      Tool.Ran said3 = verify(three, blob.base());
      Verdict ours = ours(world, blob);
      rows.add(
          new Row(
              blob.name(),
              Layout.BUNDLE,
              blob.base().name(),
              "a blob",
              said2.isGood(),
              said3.isGood(),
              ours instanceof Verdict.Verified,
              List.of(said2.output(), said3.output(), ours.toString())));
    }
    Report.hold(
        "minted blobs", rows, EnumSet.range(Difference.NO_PURPOSE, Difference.PROOF_OF_LOG_2));
  }

  private static Tool.Ran verify(Cosign cosign, Base base) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--bundle=bundle.json",
                "--trusted-root=root.json",
                "--certificate-identity=" + MintedWorld.SUBJECT,
                "--certificate-oidc-issuer=" + MintedWorld.ISSUER));
    if (cosign.version() == 2) {
      options.add("--new-bundle-format");
    }
    switch (base) {
      case LOG_1 -> {}
      case LOG_2 -> options.add("--use-signed-timestamps");
      case STAMP ->
          options.addAll(List.of("--use-signed-timestamps", "--insecure-ignore-tlog=true"));
    }
    return cosign.run("verify-blob", options, "blob");
  }

  private static Verdict ours(MintedWorld world, AlteredBlob blob) {
    Signers signers =
        new Signers.Keyless(
            List.of(
                Identity.of(
                    new TextRule.Exactly(MintedWorld.SUBJECT),
                    new TextRule.Exactly(MintedWorld.ISSUER))));
    Demand.Log log = blob.base() == Base.STAMP ? Demand.Log.IF_PRESENT : Demand.Log.REQUIRED;
    Demand demand = new Demand(signers, new Statement.Blob(), EnumSet.allOf(Format.class), log);
    List<Digest> digests = new ArrayList<>();
    for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
      digests.add(Digest.of(algorithm, AlteredBlob.CONTENT));
    }
    return new Verifier(world.root())
        .verifyBlob(
            new Material.Bundle(Bytes.wrap(Bytes8.of(blob.json()))),
            digests,
            demand,
            Instant.now());
  }
}
