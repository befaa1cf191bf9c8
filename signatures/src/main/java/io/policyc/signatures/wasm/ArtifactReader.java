package io.policyc.signatures.wasm;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.wasm.ArtifactContent.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what an artifact is, by its config, its layers' types, the platform it was chosen for, and
/// first bytes: by none of them alone.
public final class ArtifactReader {
  private static final String VARIANT = "module.wasm.image/variant";

  private final ArtifactContent image;
  private final Json config;
  private final List<Artifact.Part> parts = new ArrayList<>();
  private final List<Contradiction> contradictions = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private Optional<SpinApp> spin = Optional.empty();

  private ArtifactReader(ArtifactContent image, Json config) {
    this.image = image;
    this.config = config;
  }

  /// Says what an artifact is.
  public static Artifact read(ArtifactContent image) {
    Optional<Json> json =
        JsonReader.read(image.config().view()).filter(value -> value instanceof Json.Obj);
    ArtifactReader reader = new ArtifactReader(image, json.orElse(new Json.Null()));
    if (json.isEmpty() && isRead(image.configType())) {
      reader.contradict(Contradiction.Id.CONFIG, "the config is no JSON object");
    }
    return reader.artifact();
  }

  private static boolean isRead(String type) {
    return Types.isImageConfig(type) || Types.of(type).equals(Types.CONFIG_V0);
  }

  private Artifact artifact() {
    image.layers().forEach(this::layer);
    image.layers().stream().filter(this::isStartedData).forEach(this::wasm);
    Artifact.Kind kind = kind();
    if (kind == Artifact.Kind.CONTAINER) {
      kind = container();
    }
    contradictions.addAll(new Claims(image, config, kind, parts).contradictions());
    return new Artifact(kind, parts, spin, contradictions, unread);
  }

  private Artifact.Kind kind() {
    String type = Types.of(image.configType());
    if (count(Types.SPIN_APP) > 0) {
      return Artifact.Kind.SPIN_APPLICATION;
    }
    if (type.equals(Types.CONFIG_V0)) {
      return Artifact.Kind.WASM_ARTIFACT;
    }
    if (image.layers().stream().anyMatch(layer -> Types.isEnvoy(layer.mediaType()))) {
      return Artifact.Kind.ENVOY_PLUGIN;
    }
    boolean modules = image.layers().stream().anyMatch(l -> Types.isModule(l.mediaType()));
    if (Types.isImageConfig(type)) {
      return modules ? Artifact.Kind.WASM_IMAGE : containerOrLayers();
    }
    return modules || type.equals(Types.CONFIG_V1) || !parts.isEmpty()
        ? Artifact.Kind.WASM_LAYERS
        : Artifact.Kind.OTHER;
  }

  private Artifact.Kind containerOrLayers() {
    return parts.isEmpty() ? Artifact.Kind.CONTAINER : Artifact.Kind.WASM_IMAGE;
  }

  private long count(String type) {
    return image.layers().stream().filter(l -> Types.of(l.mediaType()).equals(type)).count();
  }

  private void layer(Layer layer) {
    Optional<Bytes> content = layer.content();
    String type = Types.of(layer.mediaType());
    if (content.isEmpty()) {
      unread.add("the layer " + layer.digest() + " was not read");
    } else if (type.equals(Types.SPIN_APP)) {
      lockedApp(content.get());
    } else if (WasmReader.isWasm(content.get())) {
      if (!type.equals(Types.SPIN_DATA)) {
        wasm(layer);
      }
    } else if (Types.isModule(type)) {
      contradict(
          Contradiction.Id.NOT_WASM,
          "the layer " + layer.digest() + " is called a module and does not begin like one");
    }
  }

  // Data is what a Spin application hands out, unless its locked app starts it; elsewhere nobody
  // says that it is not started.
  private boolean isStartedData(Layer layer) {
    boolean data = Types.of(layer.mediaType()).equals(Types.SPIN_DATA);
    boolean module = layer.content().filter(WasmReader::isWasm).isPresent();
    boolean handedOut =
        spin.isPresent()
            && count(Types.SPIN_APP) == 1
            && spin.get().components().stream()
                .noneMatch(one -> one.source().equals(Optional.of(layer.digest())));
    return data && module && !handedOut;
  }

  private void wasm(Layer layer) {
    if (!Types.isModule(layer.mediaType())) {
      contradict(
          Contradiction.Id.DISGUISED_WASM,
          "the layer " + layer.digest() + " is WebAssembly, its media type says otherwise");
    }
    layer.content().ifPresent(content -> part(layer.digest(), Optional.empty(), content));
  }

  private void part(Digest layer, Optional<String> file, Bytes content) {
    Binary binary = WasmReader.read(content);
    if (binary instanceof Binary.Malformed(int offset, String why)) {
      contradict(
          Contradiction.Id.MALFORMED_WASM,
          "the module in " + layer + " cannot be read at byte " + offset + ": " + why);
    }
    parts.add(new Artifact.Part(layer, file, binary));
  }

  private void lockedApp(Bytes content) {
    Optional<SpinApp> read = SpinAppReader.read(content);
    if (read.isEmpty() || spin.isPresent()) {
      contradict(
          Contradiction.Id.LOCKED_APP,
          read.isEmpty() ? "the locked app cannot be read" : "there are several locked apps");
    }
    spin = spin.or(() -> read);
  }

  // A module may lie in the files of an image.
  private Artifact.Kind container() {
    ContainerFiles files = new ContainerFiles(config);
    unread.addAll(files.look(image.layers()));
    files.modules().forEach(file -> part(file.layer(), Optional.of(file.name()), file.content()));
    files.wrong().forEach(why -> contradict(Contradiction.Id.NOT_WASM, why));
    boolean called =
        image.annotations().containsKey(VARIANT) || Claims.isWasm(Claims.architecture(config));
    if (!parts.isEmpty()) {
      return Artifact.Kind.WASM_IN_CONTAINER;
    }
    if (called && unread.isEmpty()) {
      contradict(
          Contradiction.Id.NO_MODULE,
          "it is called a module, and neither `plugin.wasm` nor its entrypoint is one");
    }
    return called ? Artifact.Kind.WASM_IN_CONTAINER : Artifact.Kind.CONTAINER;
  }

  private void contradict(Contradiction.Id id, String detail) {
    contradictions.add(new Contradiction(id, detail));
  }
}
