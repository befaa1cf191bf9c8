package io.policyc.signatures.oci;

import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Gathers the signatures of an image from every place where cosign and its kin put them.
///
/// The places are asked at the same time, and none hides another: bundles and cosign's first layout
/// on referrers (by the API or the fallback tag), then the tags `.sig` and `.att`. What cannot be
/// read is a trouble, never "none".
///
/// Referrers are asked for without a filter, since several types of artifact matter and some
/// registries name the config's media type instead: each entry that may sign is looked at.
public final class SignatureSource {
  private final Registry registry;
  private final Limits limits;

  /// Where signatures lie when not beside the image, as cosign's `COSIGN_REPOSITORY` says.
  ///
  /// @param repository of the signatures; the image's own when empty
  /// @param tagPrefix before the tags `.sig` and `.att`; usually none
  public record Places(Optional<Repository> repository, String tagPrefix) {
    /// Beside the image.
    public static final Places BESIDE = new Places(Optional.empty(), "");
  }

  public SignatureSource(Registry registry, Limits limits) {
    this.registry = registry;
    this.limits = limits;
  }

  /// Everything that may be a signature or an attestation of what has a digest.
  ///
  /// @param repository of the image
  /// @param digest that the pod names, or that its tag resolves to: of an index the index's own
  public Found find(Repository repository, Digest digest, Places places, Deadline deadline) {
    Repository where = places.repository().orElse(repository);
    String tag = places.tagPrefix() + digest.algorithm().word() + "-" + digest.hex();
    Gathering gathering = new Gathering(registry, where, limits, deadline);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Supplier<Gathering.Part>> roads =
          List.of(
              () -> gathering.referrers(digest, threads),
              () -> gathering.tagged(tag + ".sig", threads),
              () -> gathering.tagged(tag + ".att", threads));
      return sum(Gathering.atOnce(roads, threads));
    }
  }

  private static Found sum(List<Gathering.Part> parts) {
    List<Material> materials = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    for (Gathering.Part part : parts) {
      materials.addAll(part.materials());
      troubles.addAll(part.troubles());
    }
    return troubles.isEmpty() ? new Found.All(materials) : new Found.Partly(materials, troubles);
  }
}
