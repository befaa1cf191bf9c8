package io.policyc.signatures.oci;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Material;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Reads the layers of one road that hold signatures, within bounds of that road.
///
/// What counts against the number of signatures is taken from the manifests in turns, and what
/// counts against the bytes is read from the smallest on: neither a manifest of hundreds of layers
/// nor a few huge attestations leave nothing for the others.
record Layers(Registry registry, Repository repository, Limits limits, Deadline deadline) {
  private static final String SIGNATURE = "dev.cosignproject.cosign/signature";

  /// A layer, as the how many-th of which manifest.
  private record Pick(int turn, int manifest, Descriptor layer) {}

  /// A size is part of it: a layer that lies about it must not hide one that does not.
  private record Blob(Digest digest, long size) {}

  /// The layers of a manifest that hold signatures.
  static List<Descriptor> signing(Manifest.Image image) {
    return image.layers().stream().filter(Layers::signs).toList();
  }

  private static boolean signs(Descriptor layer) {
    return MediaTypes.isBundle(layer.mediaType())
        || layer.mediaType().equals(MediaTypes.SIMPLE_SIGNING)
        || layer.mediaType().equals(MediaTypes.DSSE)
        || layer.annotations().containsKey(SIGNATURE);
  }

  /// What the layers of several manifests hold, in the order of the manifests.
  Gathered<Material> read(List<List<Descriptor>> manifests, Crew crew) {
    List<Trouble> troubles = new ArrayList<>();
    List<Pick> picks = picks(manifests, troubles);
    Map<Blob, Bytes> contents = new LinkedHashMap<>();
    Budget budget = new Budget(limits);
    List<Supplier<Gathered<Map.Entry<Blob, Bytes>>>> steps = new ArrayList<>();
    for (Blob blob : blobs(picks)) {
      steps.add(() -> content(blob, budget));
    }
    Gathered<Map.Entry<Blob, Bytes>> read = crew.all(steps);
    read.items().forEach(entry -> contents.put(entry.getKey(), entry.getValue()));
    troubles.addAll(read.troubles());
    return new Gathered<>(materials(picks, contents), troubles);
  }

  private List<Pick> picks(List<List<Descriptor>> manifests, List<Trouble> troubles) {
    List<Pick> all = new ArrayList<>();
    for (int i = 0; i < manifests.size(); i++) {
      int turn = 0;
      for (Descriptor layer : manifests.get(i)) {
        if (layer.size() <= limits.maxPayload()) {
          all.add(new Pick(turn++, i, layer));
        } else if (troubles.isEmpty()) {
          troubles.add(tooLarge(layer.size()));
        }
      }
    }
    all.sort(Comparator.comparingInt(Pick::turn).thenComparingInt(Pick::manifest));
    Set<Descriptor> seen = new LinkedHashSet<>();
    List<Pick> picks = new ArrayList<>();
    for (Pick pick : all) {
      if (seen.size() < limits.maxSignatures()) {
        // a mirror and its registry hold the same signature
        if (seen.add(pick.layer())) {
          picks.add(pick);
        }
      } else if (!seen.contains(pick.layer())) {
        troubles.add(Budget.tooMany(limits));
        break;
      }
    }
    return picks;
  }

  private Trouble tooLarge(long size) {
    return new Trouble(
        Trouble.Kind.TOO_LARGE,
        "a signature of " + size + " bytes, of which " + limits.maxPayload() + " are read");
  }

  private static List<Blob> blobs(List<Pick> picks) {
    return picks.stream()
        .map(pick -> new Blob(pick.layer().digest(), pick.layer().size()))
        .distinct()
        .sorted(Comparator.comparingLong(Blob::size))
        .toList();
  }

  private Gathered<Map.Entry<Blob, Bytes>> content(Blob blob, Budget budget) {
    if (budget.spent()) {
      return Crew.trouble(Budget.tooMany(limits));
    }
    return switch (registry.blob(repository, blob.digest(), blob.size(), deadline)) {
      case Fetched.Unknown<Bytes>(var trouble) -> Crew.trouble(trouble);
      case Fetched.NotThere<Bytes>() ->
          Crew.trouble(
              new Trouble(Trouble.Kind.MALFORMED, "a signature is listed that is not there"));
      case Fetched.There<Bytes>(var content) -> {
        budget.spend(content.length());
        yield content.length() == blob.size()
            ? new Gathered<>(List.of(Map.entry(blob, content)), List.of())
            : Crew.trouble(
                new Trouble(
                    Trouble.Kind.WRONG_DIGEST, "a signature's size is not what its layer says"));
      }
    };
  }

  private static List<Material> materials(List<Pick> picks, Map<Blob, Bytes> contents) {
    List<Material> materials = new ArrayList<>();
    picks.stream()
        .sorted(Comparator.comparingInt(Pick::manifest).thenComparingInt(Pick::turn))
        .map(Pick::layer)
        .forEach(
            layer -> {
              Bytes content = contents.get(new Blob(layer.digest(), layer.size()));
              if (content != null) {
                materials.add(material(layer, content));
              }
            });
    return materials;
  }

  private static Material material(Descriptor layer, Bytes content) {
    if (MediaTypes.isBundle(layer.mediaType())) {
      return new Material.Bundle(content);
    }
    // the annotation is there but empty on an attestation, whose envelope holds its signatures
    boolean envelope =
        layer.mediaType().equals(MediaTypes.DSSE)
            || (!layer.mediaType().equals(MediaTypes.SIMPLE_SIGNING)
                && layer.annotations().getOrDefault(SIGNATURE, "").isEmpty());
    return envelope
        ? new Material.CosignAttestation(content, layer.annotations())
        : new Material.CosignSignature(content, layer.annotations());
  }
}
