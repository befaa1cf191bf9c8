package io.policyc.signatures.wasm;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import io.policyc.signatures.Quote;
import io.policyc.signatures.wasm.ArtifactContent.Layer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Files of a container image that a runtime for WebAssembly would start: `plugin.wasm`, as Istio
/// does, and the entrypoint, as runwasi and crun do.
final class ContainerFiles {
  private static final String PLUGIN = "plugin.wasm";
  private static final int MAX_FILE = 64 << 20;

  private final Set<String> wanted = new LinkedHashSet<>();
  private final Map<String, Found> files = new LinkedHashMap<>();
  private final TarLayer tar;

  /// A file.
  record Found(String name, Digest layer, Bytes content) {}

  /// @param config of the image
  ContainerFiles(Json config) {
    wanted.add(PLUGIN);
    Json inner = config.get("config").orElse(new Json.Null());
    String folder = inner.get("WorkingDir").flatMap(Json::asText).orElse("/");
    first(inner, "Entrypoint").or(() -> first(inner, "Cmd")).ifPresent(name -> want(folder, name));
    tar = new TarLayer(wanted, MAX_FILE);
  }

  private static Optional<String> first(Json config, String name) {
    return config
        .get(name)
        .flatMap(Json::asItems)
        .filter(list -> !list.isEmpty())
        .flatMap(list -> list.getFirst().asText());
  }

  private void want(String folder, String name) {
    wanted.add(TarLayer.plain(name));
    if (!name.startsWith("/")) {
      wanted.add(TarLayer.plain(folder + "/" + TarLayer.plain(name)));
    }
  }

  /// Looks into all layers.
  ///
  /// @return what could not be seen, in words
  List<String> look(List<Layer> layers) {
    return layers.stream()
        .filter(layer -> Types.isFiles(layer.mediaType()))
        .flatMap(
            layer -> layer.content().flatMap(content -> look(layer.digest(), content)).stream())
        .toList();
  }

  private Optional<String> look(Digest layer, Bytes content) {
    Optional<String> trouble = tar.look(content);
    // of a name that stands in several layers the last one counts
    tar.found().forEach((name, file) -> files.put(name, new Found(name, layer, file)));
    return trouble.map(why -> "the layer " + layer + " was not searched: " + why);
  }

  /// Files that are modules.
  List<Found> modules() {
    return files.values().stream().filter(file -> WasmReader.isWasm(file.content())).toList();
  }

  /// Files that are called modules and are none, in words.
  List<String> wrong() {
    return files.values().stream()
        .filter(file -> file.name().endsWith(".wasm") && !WasmReader.isWasm(file.content()))
        .map(file -> "the file " + Quote.of(file.name()) + " does not begin like a module")
        .toList();
  }
}
