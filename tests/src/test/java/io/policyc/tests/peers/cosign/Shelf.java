package io.policyc.tests.peers.cosign;

import io.policyc.signatures.Bytes;
import io.policyc.tests.peers.cosign.Piece.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A repository of a registry: an image and what is attached to it.
///
/// @param registry where it is
/// @param name its name in there
record Shelf(Registry registry, String name) {
  /// The reference that programs are given.
  String reference() {
    return registry.host() + "/" + name + ":v1";
  }

  /// Reads the image.
  Piece image() {
    return read(Place.IMAGE, "v1").orElseThrow();
  }

  /// Reads all that is attached to an image.
  List<Piece> attached(Piece image) {
    String tag = tag(image);
    List<Piece> found = new ArrayList<>();
    read(Place.SIG, tag + ".sig").ifPresent(found::add);
    read(Place.ATT, tag + ".att").ifPresent(found::add);
    for (JsonNode referrer : referrers(image)) {
      read(Place.REFERRER, referrer.path("digest").asString()).ifPresent(found::add);
    }
    return found;
  }

  private static String tag(Piece image) {
    return image.digest().toString().replace(':', '-');
  }

  private List<JsonNode> referrers(Piece image) {
    Optional<byte[]> index =
        registry
            .get(name + "/referrers/" + image.digest(), Registry.INDEX)
            .or(() -> registry.get(name + "/manifests/" + tag(image), Registry.INDEX));
    List<JsonNode> found = new ArrayList<>();
    index.ifPresent(bytes -> Piece.JSON.readTree(bytes).path("manifests").forEach(found::add));
    return found;
  }

  private Optional<Piece> read(Place place, String reference) {
    return registry
        .get(name + "/manifests/" + reference, Registry.MANIFEST)
        .map(
            bytes -> {
              Piece piece = new Piece(place, Bytes8.text(bytes), Map.of());
              return new Piece(place, piece.manifest(), blobs(piece));
            });
  }

  private Map<String, Bytes> blobs(Piece piece) {
    Map<String, Bytes> blobs = new LinkedHashMap<>();
    List<JsonNode> all = new ArrayList<>(piece.layers());
    all.add(piece.json().path("config"));
    for (JsonNode one : all) {
      String digest = one.path("digest").asString();
      blobs.put(digest, Bytes.wrap(registry.blob(name, digest)));
    }
    return blobs;
  }

  /// Writes an image and what is attached to it.
  void fill(Piece image, List<Piece> attached) {
    put(image, "v1");
    List<Piece> referrers = new ArrayList<>();
    for (Piece piece : attached) {
      Piece own = piece.about(image);
      switch (own.place()) {
        case IMAGE -> put(own, own.digest().toString());
        case SIG -> put(own, tag(image) + ".sig");
        case ATT -> put(own, tag(image) + ".att");
        case REFERRER -> {
          put(own, own.digest().toString());
          referrers.add(own);
        }
      }
    }
    if (!referrers.isEmpty() && !knowsReferrers(image)) {
      registry.putManifest(name, tag(image), Registry.INDEX, index(referrers));
    }
  }

  private boolean knowsReferrers(Piece image) {
    return registry.get(name + "/referrers/" + image.digest(), Registry.INDEX).isPresent();
  }

  private void put(Piece piece, String reference) {
    piece.blobs().forEach((digest, content) -> registry.putBlob(name, digest, content.view()));
    registry.putManifest(name, reference, Registry.MANIFEST, piece.bytes());
  }

  private static byte[] index(List<Piece> referrers) {
    ObjectNode index = Piece.JSON.createObjectNode();
    index.put("schemaVersion", 2).put("mediaType", Registry.INDEX);
    ArrayNode list = index.putArray("manifests");
    for (Piece piece : referrers) {
      ObjectNode one = list.addObject().put("mediaType", Registry.MANIFEST);
      one.put("digest", piece.digest().toString()).put("size", piece.bytes().length);
      one.put("artifactType", piece.json().path("artifactType").asString(""));
    }
    return Piece.JSON.writeValueAsBytes(index);
  }
}
