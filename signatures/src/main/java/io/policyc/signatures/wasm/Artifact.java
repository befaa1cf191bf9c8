package io.policyc.signatures.wasm;

import io.policyc.signatures.Digest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an image or artifact is, as far as WebAssembly is concerned.
///
/// @param kind by config, layers, platform and first bytes together
/// @param parts the modules and components in it
/// @param spin what a Spin application is made of
/// @param contradictions where those signs disagree; sorted as found
/// @param unread what could not be looked at, in words: a kind that says "no wasm" is then a guess
public record Artifact(
    Kind kind,
    List<Part> parts,
    Optional<SpinApp> spin,
    List<Contradiction> contradictions,
    List<String> unread) {
  public Artifact {
    parts = List.copyOf(parts);
    contradictions = List.copyOf(contradictions);
    unread = List.copyOf(unread);
  }

  /// The ways in which WebAssembly lies in registries.
  public enum Kind {
    /// The CNCF's layout: config `application/vnd.wasm.config.v0+json`, one layer
    /// `application/wasm`.
    WASM_ARTIFACT("wasm-artifact", Group.WASM_ARTIFACT),
    /// A Spin application: modules and its locked app.
    SPIN_APPLICATION("spin-application", Group.WASM_ARTIFACT),
    /// A plugin of Envoy, in Istio's `oci` variant.
    ENVOY_PLUGIN("envoy-plugin", Group.WASM_ARTIFACT),
    /// Modules as layers in an older layout: wasm-to-oci, `cosign upload wasm`, Kubewarden.
    WASM_LAYERS("wasm-layers", Group.WASM_ARTIFACT),
    /// An image for the architecture `wasm` with modules as layers, as runwasi runs it.
    WASM_IMAGE("wasm-image", Group.WASM_ARTIFACT),
    /// A container image with a module in its files: Istio's `compat` variant, or an entrypoint.
    WASM_IN_CONTAINER("wasm-in-container", Group.WASM_IN_CONTAINER),
    /// A container image without one, as far as was looked.
    CONTAINER("container", Group.CONTAINER),
    /// No image, and no sign of WebAssembly.
    OTHER("other", Group.CONTAINER);

    private final String word;
    private final Group group;

    Kind(String word, Group group) {
      this.word = word;
      this.group = group;
    }

    /// Its name in settings and reports.
    public String word() {
      return word;
    }

    /// What a runtime has to be able to run.
    public Group group() {
      return group;
    }
  }

  /// What a runtime has to be able to run.
  public enum Group {
    WASM_ARTIFACT,
    WASM_IN_CONTAINER,
    CONTAINER
  }

  /// A module or component of it.
  ///
  /// @param layer that holds it
  /// @param file within a layer of files; empty where the layer itself is it
  /// @param binary what it is
  public record Part(Digest layer, Optional<String> file, Binary binary) {}

  /// What all parts import.
  public List<Import> imports() {
    return parts.stream().flatMap(part -> part.binary().asked().stream()).distinct().toList();
  }

  /// What all parts may do. A part that cannot be read may do anything.
  public List<Capability> capabilities() {
    Stream<Capability> known = Capability.of(imports()).stream();
    boolean malformed = parts.stream().anyMatch(p -> p.binary() instanceof Binary.Malformed);
    return Stream.concat(known, malformed ? Stream.of(Capability.UNKNOWN) : Stream.empty())
        .distinct()
        .toList();
  }
}
