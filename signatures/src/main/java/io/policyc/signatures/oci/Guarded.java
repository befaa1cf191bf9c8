package io.policyc.signatures.oci;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A registry that keeps its promise never to throw: whatever a stranger's input sets off that
/// nobody has thought of is a trouble, and not the end of whoever asks.
///
/// @param next that does the work
record Guarded(Registry next) implements Registry {
  @Override
  public Fetched<Manifest> manifest(Repository repository, String tag, Deadline deadline) {
    return guarded(() -> next.manifest(repository, tag, deadline));
  }

  @Override
  public Fetched<Manifest> manifest(Repository repository, Digest digest, Deadline deadline) {
    return guarded(() -> next.manifest(repository, digest, deadline));
  }

  @Override
  public Fetched<Bytes> blob(
      Repository repository, Digest digest, long maxBytes, Deadline deadline) {
    return guarded(() -> next.blob(repository, digest, maxBytes, deadline));
  }

  @Override
  public Fetched<List<Descriptor>> referrers(
      Repository repository, Digest subject, Optional<String> artifactType, Deadline deadline) {
    return guarded(() -> next.referrers(repository, subject, artifactType, deadline));
  }

  @Override
  public Gathered<Manifest> everyManifest(Repository repository, String tag, Deadline deadline) {
    return gathered(() -> next.everyManifest(repository, tag, deadline));
  }

  @Override
  public Gathered<Descriptor> everyReferrer(
      Repository repository, Digest subject, Deadline deadline) {
    return gathered(() -> next.everyReferrer(repository, subject, deadline));
  }

  @Override
  public Fetched<List<String>> tags(Repository repository, Deadline deadline) {
    return guarded(() -> next.tags(repository, deadline));
  }

  private static <T> Fetched<T> guarded(Supplier<Fetched<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      return new Fetched.Unknown<>(unexpected(e));
    }
  }

  private static <T> Gathered<T> gathered(Supplier<Gathered<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      return Crew.trouble(unexpected(e));
    }
  }

  /// Without the message, which may repeat a header that holds a secret.
  static Trouble unexpected(RuntimeException cause) {
    return new Trouble(
        Trouble.Kind.UNEXPECTED,
        "asking a registry failed with " + cause.getClass().getSimpleName());
  }
}
