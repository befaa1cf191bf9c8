package io.policyc.signatures.oci;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads manifests and indexes.
///
/// What a content is must not depend on who reads it: its own media type and the registry's have to
/// agree, and nothing may be a list and an image at once (OCI Image Spec 1.0.2, CVE-2021-41190).
public final class ManifestReader {
  private static final int MAX_DESCRIPTORS = 10_000;

  /// Of one content; those that tools write are dozens.
  private static final int MAX_ANNOTATIONS = 1_000;

  private ManifestReader() {}

  /// What reading gives.
  public sealed interface Reading {
    /// A manifest.
    record Read(Manifest manifest) implements Reading {}

    /// None.
    ///
    /// @param why in words: lower-case, no full stop
    record Refused(String why) implements Reading {}
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String why) {
      super(why, null, false, false);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  /// Reads a manifest of any kind.
  ///
  /// @param content whose number of bytes the caller bounds
  /// @param digest of the content, as recomputed
  /// @param contentType as the registry says; empty where it says nothing or nothing special
  public static Reading read(Bytes content, Digest digest, String contentType) {
    Optional<Json.Obj> json = BoundedJson.read(content);
    if (json.isEmpty()) {
      return new Reading.Refused("it is no JSON object, or one of too many parts");
    }
    try {
      return new Reading.Read(manifest(json.get(), content, digest, contentType));
    } catch (Malformed e) {
      return new Reading.Refused(e.why());
    }
  }

  private static Manifest manifest(Json.Obj json, Bytes content, Digest digest, String contentType)
      throws Malformed {
    String type = type(json, MediaTypes.essence(contentType));
    boolean index = MediaTypes.isIndex(type);
    if (json.get(index ? "layers" : "manifests").isPresent() || (index && has(json, "config"))) {
      throw new Malformed("it is a list and an image at once");
    }
    Optional<Descriptor> subject = Optional.empty();
    if (has(json, "subject")) {
      subject = Optional.of(descriptor(json.get("subject").orElseThrow()));
    }
    String artifactType = text(json, "artifactType");
    Map<String, String> annotations = annotations(json);
    return index
        ? new Manifest.Index(
            digest, type, artifactType, list(json, "manifests"), subject, annotations, content)
        : new Manifest.Image(
            digest,
            type,
            artifactType,
            descriptor(json.get("config").orElseThrow(() -> new Malformed("it has no config"))),
            list(json, "layers"),
            subject,
            annotations,
            content);
  }

  private static boolean has(Json json, String name) {
    return json.get(name).isPresent();
  }

  private static String type(Json.Obj json, String told) throws Malformed {
    String own = text(json, "mediaType");
    boolean special = isManifest(told);
    if (special && !own.isEmpty() && !own.equals(told)) {
      throw new Malformed(
          "it calls itself "
              + Quoted.quote(own)
              + " where the registry says "
              + Quoted.quote(told));
    }
    if (!special && !isVague(told)) {
      throw new Malformed("its content type is " + Quoted.quote(told));
    }
    String type = special ? told : own;
    if (!isManifest(type)) {
      throw new Malformed(
          type.isEmpty()
              ? "nothing says what kind of manifest it is"
              : "its media type is " + Quoted.quote(type));
    }
    return type;
  }

  private static boolean isManifest(String type) {
    return MediaTypes.isImage(type) || MediaTypes.isIndex(type);
  }

  /// Types that simple servers give to everything.
  private static boolean isVague(String type) {
    return type.isEmpty()
        || type.equals("application/json")
        || type.equals("application/octet-stream")
        || type.equals("text/plain");
  }

  private static List<Descriptor> list(Json json, String name) throws Malformed {
    Optional<Json> value = json.get(name);
    if (value.isEmpty()) {
      return List.of();
    }
    List<Json> items =
        value.get().asItems().orElseThrow(() -> new Malformed("its " + name + " are no list"));
    if (items.size() > MAX_DESCRIPTORS) {
      throw new Malformed("it has more than " + MAX_DESCRIPTORS + " " + name);
    }
    List<Descriptor> descriptors = new ArrayList<>();
    for (Json item : items) {
      descriptors.add(descriptor(item));
    }
    return descriptors;
  }

  private static Descriptor descriptor(Json json) throws Malformed {
    Digest digest =
        Digest.parse(text(json, "digest"))
            .orElseThrow(() -> new Malformed("a descriptor has no digest that is known"));
    return new Descriptor(
        text(json, "mediaType"),
        digest,
        size(json),
        text(json, "artifactType"),
        annotations(json),
        json.get("platform").map(ManifestReader::platform));
  }

  private static String platform(Json json) {
    return word(json, "os") + "/" + word(json, "architecture");
  }

  private static String word(Json json, String name) {
    return json.get(name).flatMap(Json::asText).orElse("");
  }

  private static long size(Json json) throws Malformed {
    if (json.get("size").orElse(null) instanceof Json.Num(var literal)
        && literal.length() < 19
        && literal.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Long.parseLong(literal);
    }
    throw new Malformed("a descriptor has no size that is a whole number");
  }

  private static String text(Json json, String name) throws Malformed {
    Optional<Json> value = json.get(name);
    return value.isEmpty()
        ? ""
        : value.get().asText().orElseThrow(() -> new Malformed("its " + name + " is no text"));
  }

  private static Map<String, String> annotations(Json json) throws Malformed {
    Map<String, String> texts = new LinkedHashMap<>();
    if (json.get("annotations").orElse(null) instanceof Json.Obj(var members)) {
      if (members.size() > MAX_ANNOTATIONS) {
        throw new Malformed("it has more than " + MAX_ANNOTATIONS + " annotations");
      }
      for (var member : members.entrySet()) {
        texts.put(
            member.getKey(),
            member
                .getValue()
                .asText()
                .orElseThrow(() -> new Malformed("an annotation is no text")));
      }
    }
    return texts;
  }
}
