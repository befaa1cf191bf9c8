package io.policyc.tests.peers.cosign;

/// The two layouts in which cosign leaves signatures in a registry.
enum Layout {
  /// Tags `.sig` and `.att`: what cosign 2 writes unless told otherwise.
  LEGACY,
  /// Sigstore bundles as referrers: what cosign 3 writes unless told otherwise.
  BUNDLE
}
