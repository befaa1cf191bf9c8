package io.policyc.tests.peers.cosign;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.sigstore.Demand;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.Judgement;
import io.policyc.signatures.sigstore.Material;
import io.policyc.signatures.sigstore.Statement;
import io.policyc.signatures.sigstore.Verifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What policyc says of an image in a registry.
final class Ours {
  private static final String BUNDLE = "application/vnd.dev.sigstore.bundle";

  private Ours() {}

  /// The verdicts on all that is attached to an image.
  static Judgement judge(Shelf shelf, Piece image, Party asked, Statement statement) {
    Demand demand =
        new Demand(asked.signers(), statement, EnumSet.allOf(Format.class), asked.log());
    return new Verifier(asked.root())
        .verifyAll(materials(shelf, image), image.digest(), demand, Instant.now());
  }

  static List<Material> materials(Shelf shelf, Piece image) {
    List<Material> found = new ArrayList<>();
    for (Piece piece : shelf.attached(image)) {
      for (JsonNode layer : piece.layers()) {
        add(found, layer, Bytes.wrap(piece.content(layer)));
      }
    }
    return found;
  }

  private static void add(List<Material> found, JsonNode layer, Bytes content) {
    String type = layer.path("mediaType").asString("");
    if (type.equals("application/vnd.dev.cosign.simplesigning.v1+json")) {
      found.add(new Material.CosignSignature(content, annotations(layer)));
    } else if (type.equals("application/vnd.dsse.envelope.v1+json")) {
      found.add(new Material.CosignAttestation(content, annotations(layer)));
    } else if (type.startsWith(BUNDLE)) {
      found.add(new Material.Bundle(content));
    }
  }

  private static Map<String, String> annotations(JsonNode layer) {
    Map<String, String> all = new LinkedHashMap<>();
    layer.path("annotations").forEachEntry((name, value) -> all.put(name, value.asString()));
    return all;
  }
}
