package io.policyc.signatures.oci;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Material;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// One search for the signatures of one image: what has been read counts for all its roads.
final class Gathering {
  private static final String SIGNATURE = "dev.cosignproject.cosign/signature";

  private final Registry registry;
  private final Repository repository;
  private final Limits limits;
  private final Deadline deadline;
  private final AtomicInteger manifests = new AtomicInteger();
  private final AtomicInteger signatures = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  /// What one road, or one entry of it, has given.
  record Part(List<Material> materials, List<Trouble> troubles) {
    private static final Part NONE = new Part(List.of(), List.of());

    private static Part of(Trouble trouble) {
      return new Part(List.of(), List.of(trouble));
    }

    private static Part of(List<Part> parts) {
      List<Material> materials = new ArrayList<>();
      List<Trouble> troubles = new ArrayList<>();
      for (Part part : parts) {
        materials.addAll(part.materials);
        troubles.addAll(part.troubles);
      }
      return new Part(materials, troubles);
    }
  }

  Gathering(Registry registry, Repository repository, Limits limits, Deadline deadline) {
    this.registry = registry;
    this.repository = repository;
    this.limits = limits;
    this.deadline = deadline;
  }

  /// What refers to the image and may sign it.
  Part referrers(Digest subject, ExecutorService threads) {
    return switch (registry.referrers(repository, subject, Optional.empty(), deadline)) {
      case Fetched.NotThere<List<Descriptor>>() -> Part.NONE;
      case Fetched.Unknown<List<Descriptor>>(var trouble) -> Part.of(trouble);
      case Fetched.There<List<Descriptor>>(var list) -> entries(list, threads);
    };
  }

  private Part entries(List<Descriptor> list, ExecutorService threads) {
    // what calls itself a signature first: a flood of others must not use up the limit before it
    List<Supplier<Part>> steps =
        list.stream()
            .filter(entry -> MediaTypes.maySign(entry.artifactType()))
            .sorted(Comparator.comparing(entry -> !MediaTypes.isBundle(entry.artifactType())))
            .distinct()
            .limit(limits.maxSignatures() + 1L)
            .<Supplier<Part>>map(entry -> () -> entry(entry, threads))
            .toList();
    return Part.of(atOnce(steps, threads));
  }

  private Part entry(Descriptor entry, ExecutorService threads) {
    if (manifests.incrementAndGet() > limits.maxSignatures()) {
      return Part.of(tooMany());
    }
    return manifest(registry.manifest(repository, entry.digest(), deadline), true, threads);
  }

  /// What lies at one of cosign's tags.
  Part tagged(String tag, ExecutorService threads) {
    return manifest(registry.manifest(repository, tag, deadline), false, threads);
  }

  private Part manifest(Fetched<Manifest> fetched, boolean listed, ExecutorService threads) {
    return switch (fetched) {
      case Fetched.There<Manifest>(Manifest.Image image) -> image(image, threads);
      case Fetched.There<Manifest>(Manifest.Index index) ->
          listed
              ? Part.NONE
              : Part.of(
                  new Trouble(
                      Trouble.Kind.UNEXPECTED, "a list of manifests stands where signatures do"));
      case Fetched.NotThere<Manifest>() ->
          listed
              ? Part.of(
                  new Trouble(Trouble.Kind.MALFORMED, "a referrer is listed that is not there"))
              : Part.NONE;
      case Fetched.Unknown<Manifest>(var trouble) -> Part.of(trouble);
    };
  }

  private Part image(Manifest.Image image, ExecutorService threads) {
    if (bytes.addAndGet(image.content().length()) > limits.maxSignatureBytes()) {
      return Part.of(tooMany());
    }
    Map<Digest, List<Descriptor>> byBlob = new LinkedHashMap<>();
    for (Descriptor layer : image.layers()) {
      if (signs(layer)) {
        byBlob.computeIfAbsent(layer.digest(), digest -> new ArrayList<>()).add(layer);
      }
    }
    List<Supplier<Part>> steps =
        byBlob.values().stream()
            .limit(limits.maxSignatures() + 1L)
            .<Supplier<Part>>map(layers -> () -> blob(layers))
            .toList();
    return Part.of(atOnce(steps, threads));
  }

  private static boolean signs(Descriptor layer) {
    return MediaTypes.isBundle(layer.mediaType())
        || layer.mediaType().equals(MediaTypes.SIMPLE_SIGNING)
        || layer.mediaType().equals(MediaTypes.DSSE)
        || layer.annotations().containsKey(SIGNATURE);
  }

  /// Layers that share a blob: the same payload, signed by several.
  private Part blob(List<Descriptor> layers) {
    int room = limits.maxSignatures() - signatures.getAndAdd(layers.size());
    if (room >= layers.size()) {
      return read(layers);
    }
    Part tooMany = Part.of(tooMany());
    return room <= 0 ? tooMany : Part.of(List.of(read(layers.subList(0, room)), tooMany));
  }

  private Part read(List<Descriptor> layers) {
    Descriptor first = layers.getFirst();
    if (first.size() > limits.maxPayload()) {
      return Part.of(
          new Trouble(
              Trouble.Kind.TOO_LARGE,
              "a signature of "
                  + first.size()
                  + " bytes, of which "
                  + limits.maxPayload()
                  + " are read"));
    }
    if (bytes.addAndGet(first.size()) > limits.maxSignatureBytes()) {
      return Part.of(tooMany());
    }
    return switch (registry.blob(repository, first.digest(), first.size(), deadline)) {
      case Fetched.Unknown<Bytes>(var trouble) -> Part.of(trouble);
      case Fetched.NotThere<Bytes>() ->
          Part.of(new Trouble(Trouble.Kind.MALFORMED, "a signature is listed that is not there"));
      case Fetched.There<Bytes>(var content) -> materials(layers, content);
    };
  }

  private Part materials(List<Descriptor> layers, Bytes content) {
    List<Material> materials = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    for (Descriptor layer : layers) {
      if (layer.size() == content.length()) {
        materials.add(material(layer, content));
      } else {
        troubles.add(
            new Trouble(
                Trouble.Kind.WRONG_DIGEST, "a signature's size is not what its layer says"));
      }
    }
    return new Part(materials, troubles);
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

  private Trouble tooMany() {
    return new Trouble(
        Trouble.Kind.TOO_MANY,
        "more signatures than are looked at (at most "
            + limits.maxSignatures()
            + ", with "
            + limits.maxSignatureBytes()
            + " bytes)");
  }

  /// Runs steps at the same time; their results stand in the order of the steps.
  static List<Part> atOnce(List<Supplier<Part>> steps, ExecutorService threads) {
    List<Future<Part>> running = steps.stream().map(step -> threads.submit(step::get)).toList();
    List<Part> parts = new ArrayList<>();
    for (Future<Part> future : running) {
      parts.add(result(future));
    }
    return parts;
  }

  private static Part result(Future<Part> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Part.of(new Trouble(Trouble.Kind.DEADLINE, "interrupted while asking a registry"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a road to signatures failed", e.getCause());
    }
  }
}
