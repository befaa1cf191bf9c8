package io.policyc.signatures.oci;

import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Material;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Gathers the signatures of an image from every place where cosign and its kin put them.
///
/// The places are asked at the same time, and none hides another: bundles and cosign's first layout
/// on referrers (by the API or the fallback tag), then the tags `.sig` and `.att`. What cannot be
/// read is a trouble, never "none".
///
/// Referrers are asked for without a filter, since several types of artifact matter and some
/// registries name the config's media type instead: each entry that may sign is looked at.
public final class SignatureSource {
  private static final int ROADS = 3;

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
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Crew crew = new Crew(threads, limits.maxCallsPerHost());
      Gathering gathering = new Gathering(registry, where, limits, deadline, crew);
      Gathered<Material> found =
          new Crew(threads, ROADS)
              .all(
                  List.of(
                      () -> gathering.referrers(digest),
                      () -> gathering.tagged(tag + ".sig"),
                      () -> gathering.tagged(tag + ".att")));
      return found.troubles().isEmpty()
          ? new Found.All(found.items())
          : new Found.Partly(found.items(), found.troubles());
    }
  }
}
