package io.policyc.tests.peers.cosign;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A manifest with what it refers to, as it lies in a registry: an image, or something attached to
/// one.
///
/// @param place where it lies
/// @param manifest its text
/// @param blobs its config and layers, by digest
record Piece(Place place, String manifest, Map<String, Bytes> blobs) {
  static final JsonMapper JSON = new JsonMapper();

  /// Where a manifest lies.
  enum Place {
    /// The image itself.
    IMAGE,
    /// The tag `sha256-….sig`.
    SIG,
    /// The tag `sha256-….att`.
    ATT,
    /// Among the referrers.
    REFERRER
  }

  Piece {
    blobs = Map.copyOf(blobs);
  }

  Digest digest() {
    return Digest.sha256(bytes());
  }

  byte[] bytes() {
    return Bytes8.of(manifest);
  }

  ObjectNode json() {
    return (ObjectNode) JSON.readTree(manifest);
  }

  /// Its layers' descriptors.
  List<JsonNode> layers() {
    List<JsonNode> layers = new ArrayList<>();
    json().path("layers").forEach(layers::add);
    return layers;
  }

  /// The content of its first layer.
  byte[] content() {
    return content(layers().getFirst());
  }

  byte[] content(JsonNode layer) {
    Bytes content = blobs.get(layer.path("digest").asString());
    return content == null ? new byte[0] : content.toArray();
  }

  /// It with another manifest.
  Piece changed(UnaryOperator<ObjectNode> change) {
    return new Piece(place, JSON.writeValueAsString(change.apply(json())), blobs);
  }

  /// It with another content of the first layer.
  Piece withContent(byte[] content) {
    String digest = Digest.sha256(content).toString();
    Map<String, Bytes> all = new LinkedHashMap<>(blobs);
    all.put(digest, Bytes.copyOf(content));
    Piece more = new Piece(place, manifest, all);
    return more.changed(
        json -> {
          ObjectNode layer = (ObjectNode) json.path("layers").get(0);
          layer.put("digest", digest).put("size", content.length);
          return json;
        });
  }

  /// It with another annotation of the first layer.
  Piece withAnnotation(String name, String value) {
    return changed(
        json -> {
          ((ObjectNode) json.path("layers").get(0).path("annotations")).put(name, value);
          return json;
        });
  }

  String annotation(String name) {
    return layers().getFirst().path("annotations").path(name).asString("");
  }

  /// It with the layers of another one behind its own, as cosign adds signatures.
  Piece withLayersOf(Piece other) {
    Map<String, Bytes> all = new LinkedHashMap<>(blobs);
    all.putAll(other.blobs);
    Piece more = new Piece(place, manifest, all);
    return more.changed(
        json -> {
          other.layers().forEach(json.withArray("layers")::add);
          return json;
        });
  }

  /// It as something that refers to an image.
  Piece about(Piece image) {
    return place != Place.REFERRER
        ? this
        : changed(
            json -> {
              json.withObject("subject")
                  .put("digest", image.digest().toString())
                  .put("size", image.bytes().length);
              return json;
            });
  }
}
