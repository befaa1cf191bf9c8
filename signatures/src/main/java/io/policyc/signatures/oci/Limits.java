package io.policyc.signatures.oci;

import java.time.Duration;

/// How much is read of what strangers serve.
///
/// @param maxManifest bytes of a manifest or an index; registries take at least 4 MiB
/// @param maxPayload bytes of a signature's payload, an envelope or a bundle
/// @param maxToken bytes of a token server's answer
/// @param maxPages pages of a list
/// @param maxEntries entries of a list, over all pages
/// @param maxSignatures signatures, attestations and bundles of one image
/// @param maxSignatureBytes all of them together, and the manifests that list them
/// @param maxCallsPerHost calls at the same time
/// @param attempts how often a call is made when a registry is busy or out of order
/// @param connect how long connecting may take; the deadline may be sooner
public record Limits(
    int maxManifest,
    int maxPayload,
    int maxToken,
    int maxPages,
    int maxEntries,
    int maxSignatures,
    long maxSignatureBytes,
    int maxCallsPerHost,
    int attempts,
    Duration connect) {
  private static final int MIB = 1024 * 1024;

  /// What admission and the command line go by.
  public static final Limits DEFAULT =
      new Limits(
          4 * MIB, 10 * MIB, MIB / 4, 20, 2_000, 200, 32L * MIB, 8, 3, Duration.ofSeconds(5));
}
