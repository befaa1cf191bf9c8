package io.policyc.cli.inspectwasm;

import io.policyc.signatures.wasm.Artifact;
import io.policyc.signatures.wasm.Binary;
import io.policyc.signatures.wasm.Capability;
import io.policyc.signatures.wasm.CapabilityTable;
import io.policyc.signatures.wasm.Import;
import java.util.List;
import java.util.Optional;

/// What one file, or one image of a layout, is.
///
/// @param name of the file, or digest of the image with its platform
/// @param kind as reports call it
/// @param parts modules and components
/// @param capabilities of all parts
/// @param artifact what an image is; none for a file
record Inspected(
    String name,
    String kind,
    List<Part> parts,
    List<Capability> capabilities,
    Optional<Artifact> artifact) {
  Inspected {
    parts = List.copyOf(parts);
    capabilities = List.copyOf(capabilities);
  }

  /// A module or component.
  record Part(String name, Binary binary) {}

  static Inspected file(String name, Binary binary) {
    List<Capability> capabilities =
        binary instanceof Binary.Malformed
            ? List.of(Capability.UNKNOWN)
            : Capability.of(binary.asked());
    return new Inspected(
        name, word(binary), List.of(new Part(name, binary)), capabilities, Optional.empty());
  }

  static Inspected image(String name, Artifact artifact) {
    List<Part> parts =
        artifact.parts().stream()
            .map(p -> new Part(p.layer() + p.file().map(file -> " " + file).orElse(""), p.binary()))
            .toList();
    return new Inspected(
        name, artifact.kind().word(), parts, artifact.capabilities(), Optional.of(artifact));
  }

  static String word(Binary binary) {
    return switch (binary) {
      case Binary.Module _ -> "module";
      case Binary.Component _ -> "component";
      case Binary.Malformed _ -> "malformed";
      case Binary.Other _ -> "other";
    };
  }

  /// What an import lets a module do, in words; none where it is harmless by itself.
  static Optional<String> capability(Import one) {
    List<String> words = CapabilityTable.of(one).stream().map(Capability::word).toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  /// Whether it was told what it is, and nothing speaks against it.
  boolean isSound() {
    boolean read =
        parts.stream()
            .noneMatch(
                p -> p.binary() instanceof Binary.Malformed || p.binary() instanceof Binary.Other);
    return read
        && artifact.map(a -> a.contradictions().isEmpty() && a.unread().isEmpty()).orElse(true);
  }
}
