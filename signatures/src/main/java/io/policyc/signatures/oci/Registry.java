package io.policyc.signatures.oci;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import java.util.List;
import java.util.Optional;

/// Where images lie: a registry, mirrors of it, or a layout on disk. It never throws for what it
/// reads, and ends by the deadline.
public interface Registry {
  /// The manifest of a tag; its digest is computed, not asked for.
  Fetched<Manifest> manifest(Repository repository, String tag, Deadline deadline);

  /// The manifest with a digest.
  Fetched<Manifest> manifest(Repository repository, Digest digest, Deadline deadline);

  /// A blob.
  ///
  /// @param maxBytes the most that is read; a longer one is [Trouble.Kind#TOO_LARGE]
  Fetched<Bytes> blob(Repository repository, Digest digest, long maxBytes, Deadline deadline);

  /// What refers to a manifest: from the referrers API, or from the fallback tag where there is no
  /// such API. An empty list is an answer.
  ///
  /// @param artifactType only these. Registries differ in what they call the type of an artifact:
  ///   some name its config's media type, so a filter may hide what is looked for.
  Fetched<List<Descriptor>> referrers(
      Repository repository, Digest subject, Optional<String> artifactType, Deadline deadline);

  /// Every manifest that stands at a tag for signatures, in every place where the registry's
  /// content is kept. None is "not there"; what one place cannot tell hides nothing of another.
  default Gathered<Manifest> everyManifest(Repository repository, String tag, Deadline deadline) {
    return Gathered.of(
        manifest(repository, tag, deadline).then(one -> new Fetched.There<>(List.of(one))));
  }

  /// What refers to a manifest, unfiltered, in every place where the registry's content is kept;
  /// also what could be read of a list that could not be read to its end.
  default Gathered<Descriptor> everyReferrer(
      Repository repository, Digest subject, Deadline deadline) {
    return Gathered.of(referrers(repository, subject, Optional.empty(), deadline));
  }

  /// Every tag.
  Fetched<List<String>> tags(Repository repository, Deadline deadline);

  /// The manifest that a reference names: by its digest where it has one.
  default Fetched<Manifest> manifest(ImageReference reference, Deadline deadline) {
    return reference
        .digest()
        .map(digest -> manifest(reference.repository(), digest, deadline))
        .orElseGet(() -> manifest(reference.repository(), reference.tag().orElseThrow(), deadline));
  }
}
