package io.policyc.signatures.wasm;

import io.policyc.signatures.Json;
import io.policyc.signatures.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What config, platform and number of layers say, held against what was found.
record Claims(ArtifactContent image, Json config, Artifact.Kind kind, List<Artifact.Part> parts) {

  static String architecture(Json config) {
    return config.get("architecture").flatMap(Json::asText).orElse("");
  }

  static boolean isWasm(String architecture) {
    return architecture.toLowerCase(Locale.ROOT).equals("wasm");
  }

  List<Contradiction> contradictions() {
    List<Contradiction> all = new ArrayList<>();
    layers().ifPresent(all::add);
    own().ifPresent(all::add);
    image.platform().flatMap(this::platform).ifPresent(all::add);
    if (kind == Artifact.Kind.WASM_ARTIFACT) {
      system().ifPresent(all::add);
      imports().ifPresent(all::add);
    }
    return all;
  }

  private Optional<Contradiction> layers() {
    long count =
        switch (kind) {
          case WASM_ARTIFACT -> image.layers().size();
          case SPIN_APPLICATION -> count(Types.SPIN_APP);
          case ENVOY_PLUGIN -> count(Types.ENVOY_MODULE);
          case WASM_LAYERS, WASM_IMAGE, WASM_IN_CONTAINER, CONTAINER, OTHER -> 1;
        };
    String what = kind == Artifact.Kind.SPIN_APPLICATION ? "locked apps" : "layers of a module";
    return count == 1
        ? Optional.empty()
        : Optional.of(
            new Contradiction(
                Contradiction.Id.LAYERS, "it has " + count + " " + what + " in place of one"));
  }

  private long count(String type) {
    return image.layers().stream()
        .map(ArtifactContent.Layer::mediaType)
        .filter(one -> Types.of(one).equals(type))
        .count();
  }

  private Optional<Contradiction> own() {
    boolean said =
        switch (kind) {
          case WASM_ARTIFACT, SPIN_APPLICATION, WASM_IMAGE -> true;
          case ENVOY_PLUGIN, WASM_LAYERS, WASM_IN_CONTAINER, CONTAINER, OTHER -> false;
        };
    String own = architecture(config);
    return said && !isWasm(own)
        ? Optional.of(
            new Contradiction(
                Contradiction.Id.ARCHITECTURE,
                "the config's architecture is " + Quote.of(own) + " in place of `wasm`"))
        : Optional.empty();
  }

  private Optional<Contradiction> platform(String platform) {
    String named = platform.substring(platform.indexOf('/') + 1);
    boolean wasm = isWasm(architecture(config)) || kind.group() == Artifact.Group.WASM_ARTIFACT;
    return isWasm(named) == wasm
        ? Optional.empty()
        : Optional.of(
            new Contradiction(
                Contradiction.Id.ARCHITECTURE,
                "the index names it for " + Quote.of(platform) + ", its content differs"));
  }

  private Optional<Contradiction> system() {
    String os = config.get("os").flatMap(Json::asText).orElse("");
    for (Artifact.Part part : parts) {
      boolean module = part.binary() instanceof Binary.Module;
      boolean component = part.binary() instanceof Binary.Component;
      if ((module && os.equals("wasip2")) || (component && os.equals("wasip1"))) {
        return Optional.of(
            new Contradiction(
                Contradiction.Id.SYSTEM,
                "the config says `" + os + "` of a " + (module ? "module" : "component")));
      }
    }
    return Optional.empty();
  }

  private Optional<Contradiction> imports() {
    Optional<List<Json>> claimed =
        config.get("component").flatMap(c -> c.get("imports")).flatMap(Json::asItems);
    if (claimed.isEmpty() || parts.isEmpty()) {
      return Optional.empty();
    }
    Set<String> said = new TreeSet<>();
    claimed.get().forEach(item -> item.asText().ifPresent(said::add));
    Set<String> found = new TreeSet<>();
    parts.forEach(part -> part.binary().asked().forEach(one -> found.add(one.from())));
    return said.equals(found)
        ? Optional.empty()
        : Optional.of(new Contradiction(Contradiction.Id.IMPORTS, difference(said, found)));
  }

  private static String difference(Set<String> said, Set<String> found) {
    Set<String> hidden = new TreeSet<>(found);
    hidden.removeAll(said);
    Set<String> invented = new TreeSet<>(said);
    invented.removeAll(found);
    return hidden.isEmpty()
        ? "the config lists the import "
            + Quote.of(invented.iterator().next())
            + ", which it has not"
        : "the config leaves out the import " + Quote.of(hidden.iterator().next());
  }
}
