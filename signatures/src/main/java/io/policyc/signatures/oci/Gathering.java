package io.policyc.signatures.oci;

import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Material;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One search for the signatures of one image. Each of its roads has bounds of its own, so that a
/// flood on one takes nothing away from another.
record Gathering(
    Registry registry, Repository repository, Limits limits, Deadline deadline, Crew crew) {
  /// What refers to the image and may sign it.
  Gathered<Material> referrers(Digest subject) {
    Gathered<Descriptor> listed = registry.everyReferrer(repository, subject, deadline);
    List<Descriptor> entries = entries(listed.items());
    List<Trouble> troubles = new ArrayList<>(listed.troubles());
    if (entries.size() > limits.maxSignatures()) {
      entries = entries.subList(0, limits.maxSignatures());
      troubles.add(Budget.tooMany(limits));
    }
    Budget budget = new Budget(limits);
    List<Supplier<Gathered<List<Descriptor>>>> steps = new ArrayList<>();
    for (Descriptor entry : entries) {
      steps.add(() -> entry(entry, budget));
    }
    Gathered<List<Descriptor>> layers = crew.all(steps);
    troubles.addAll(layers.troubles());
    return read(layers.items(), troubles);
  }

  /// What calls itself a signature first, then what is small: a flood of others must not use up the
  /// bounds before it.
  private static List<Descriptor> entries(List<Descriptor> list) {
    Map<Digest, Descriptor> entries = new LinkedHashMap<>();
    list.stream()
        .filter(entry -> MediaTypes.maySign(entry.artifactType()))
        .sorted(
            Comparator.<Descriptor, Boolean>comparing(
                    entry -> !MediaTypes.isBundle(entry.artifactType()))
                .thenComparingLong(Descriptor::size))
        .forEach(entry -> entries.putIfAbsent(entry.digest(), entry));
    return new ArrayList<>(entries.values());
  }

  private Gathered<List<Descriptor>> entry(Descriptor entry, Budget budget) {
    if (budget.spent()) {
      return Crew.trouble(Budget.tooMany(limits));
    }
    return switch (registry.manifest(repository, entry.digest(), deadline)) {
      case Fetched.There<Manifest>(Manifest.Image image) -> {
        budget.spend(image.content().length());
        yield new Gathered<>(List.of(Layers.signing(image)), List.of());
      }
      case Fetched.There<Manifest>(Manifest.Index index) -> {
        budget.spend(index.content().length());
        yield new Gathered<>(List.of(), List.of());
      }
      case Fetched.NotThere<Manifest>() ->
          Crew.trouble(
              new Trouble(Trouble.Kind.MALFORMED, "a referrer is listed that is not there"));
      case Fetched.Unknown<Manifest>(var trouble) -> Crew.trouble(trouble);
    };
  }

  /// What lies at one of cosign's tags.
  Gathered<Material> tagged(String tag) {
    Gathered<Manifest> found = registry.everyManifest(repository, tag, deadline);
    List<Trouble> troubles = new ArrayList<>(found.troubles());
    List<List<Descriptor>> layers = new ArrayList<>();
    for (Manifest manifest : found.items()) {
      switch (manifest) {
        case Manifest.Image image -> layers.add(Layers.signing(image));
        case Manifest.Index index ->
            troubles.add(
                new Trouble(
                    Trouble.Kind.UNEXPECTED, "a list of manifests stands where signatures do"));
      }
    }
    return read(layers, troubles);
  }

  private Gathered<Material> read(List<List<Descriptor>> layers, List<Trouble> troubles) {
    Gathered<Material> read = new Layers(registry, repository, limits, deadline).read(layers, crew);
    troubles.addAll(read.troubles());
    return new Gathered<>(read.items(), troubles);
  }
}
