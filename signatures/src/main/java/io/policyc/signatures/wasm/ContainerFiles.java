package io.policyc.signatures.wasm;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import io.policyc.signatures.Quote;
import io.policyc.signatures.wasm.ArtifactContent.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Files of a container image that a runtime for WebAssembly would start: those called
/// `plugin.wasm` in any folder, as Istio does (pkg/wasm/imagefetcher.go), and the entrypoint, as
/// runwasi and crun do.
final class ContainerFiles {
  private static final String PLUGIN = "plugin.wasm";
  private static final int MAX_FILE = 64 << 20;
  private static final int MAX_FOLDERS = 64;
  // as Docker and containerd have it
  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  // as written, since a path through links is not what it looks like
  private final Set<String> started = new LinkedHashSet<>();
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Map<String, List<Found>> files = new LinkedHashMap<>();
  private final List<Found> linked = new ArrayList<>();
  private final Set<String> troubles = new LinkedHashSet<>();

  /// A file.
  record Found(String name, Digest layer, Bytes content) {}

  /// @param config of the image
  ContainerFiles(Json config) {
    Json inner = config.get("config").orElse(new Json.Null());
    first(inner, "Entrypoint").or(() -> first(inner, "Cmd")).ifPresent(name -> want(inner, name));
    started.forEach(path -> wanted.add(TarPath.plain(path)));
  }

  private static Optional<String> first(Json config, String name) {
    return config
        .get(name)
        .flatMap(Json::asItems)
        .filter(list -> !list.isEmpty())
        .flatMap(list -> list.getFirst().asText());
  }

  private void want(Json config, String name) {
    started.add(name);
    String folder = config.get("WorkingDir").flatMap(Json::asText).orElse("/");
    if (!name.startsWith("/")) {
      started.add(folder + "/" + name);
    }
    if (name.indexOf('/') < 0) {
      path(config).forEach(one -> started.add(one + "/" + name));
    }
  }

  // Names without a folder are looked up as a shell does.
  private static List<String> path(Json config) {
    List<String> set =
        config.get("Env").flatMap(Json::asItems).orElse(List.of()).stream()
            .flatMap(one -> one.asText().stream())
            .filter(one -> one.startsWith("PATH="))
            .map(one -> one.substring("PATH=".length()))
            .toList();
    String path = set.isEmpty() ? DEFAULT_PATH : set.getLast();
    return Arrays.stream(path.split(":", MAX_FOLDERS + 1)).limit(MAX_FOLDERS).toList();
  }

  private boolean isWanted(String path) {
    return wanted.contains(path) || TarPath.base(path).equals(PLUGIN);
  }

  /// Looks into all layers; a second time where links lead elsewhere.
  ///
  /// @return what could not be seen, in words
  List<String> look(List<Layer> layers) {
    TarLayer names = new TarLayer(this::isWanted, MAX_FILE);
    search(names, layers, files::put);
    Map<String, Boolean> targets = targets(names);
    if (!targets.isEmpty()) {
      // through a hard link, what was there before is there still: nothing is replaced
      Set<String> seen = new TreeSet<>();
      TarLayer behind = new TarLayer(targets::containsKey, MAX_FILE);
      search(behind, layers, (name, list) -> add(seen, behind.links(), name, list));
      targets.forEach((path, named) -> missing(path, named && !seen.contains(path)));
    }
    return List.copyOf(troubles);
  }

  private void add(Set<String> seen, TarLinks links, String name, List<Found> list) {
    seen.add(name);
    links.place(name).ifPresent(seen::add);
    linked.addAll(list);
  }

  // What a link leads to and nobody holds: a runtime may put it there.
  private void missing(String path, boolean is) {
    if (is) {
      troubles.add("the file " + Quote.of(path) + ", to which a link leads, was not found");
    }
  }

  // Where links lead, and whether it is a link itself that leads there, not its folder.
  private Map<String, Boolean> targets(TarLayer layer) {
    Map<String, Boolean> targets = new LinkedHashMap<>();
    List<String> from = new ArrayList<>(started);
    from.addAll(layer.wantedLinks());
    for (String path : from) {
      Optional<String> target = layer.links().resolve(path);
      boolean itself = !layer.links().place(TarPath.plain(path)).equals(target);
      target
          .filter(one -> !isWanted(one))
          .ifPresent(one -> targets.merge(one, itself, Boolean::logicalOr));
      if (target.isEmpty()) {
        troubles.add("the path " + Quote.of(path) + " leads through too many links");
      }
    }
    return targets;
  }

  private interface Taker {
    void take(String name, List<Found> all);
  }

  private void search(TarLayer tar, List<Layer> layers, Taker taker) {
    for (Layer layer : layers) {
      if (Types.isFiles(layer.mediaType()) && layer.content().isPresent()) {
        tar.look(layer.content().get())
            .ifPresent(
                why -> troubles.add("the layer " + layer.digest() + " was not searched: " + why));
        // of a name that stands in several layers the last one counts
        tar.found().forEach((name, all) -> taker.take(name, found(name, layer.digest(), all)));
      }
    }
  }

  private static List<Found> found(String name, Digest layer, List<Bytes> all) {
    List<Found> list = new ArrayList<>();
    all.forEach(content -> list.add(new Found(name, layer, content)));
    return list;
  }

  private Stream<Found> all() {
    return Stream.concat(files.values().stream().flatMap(List::stream), linked.stream());
  }

  /// Files that are modules.
  List<Found> modules() {
    return all().filter(file -> WasmReader.isWasm(file.content())).toList();
  }

  /// Files that are called modules and are none, in words.
  List<String> wrong() {
    return all()
        .filter(file -> file.name().endsWith(".wasm") && !WasmReader.isWasm(file.content()))
        .map(file -> "the file " + Quote.of(file.name()) + " does not begin like a module")
        .toList();
  }
}
