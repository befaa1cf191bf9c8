package io.policyc.signatures.tuf;

import io.policyc.signatures.trust.TrustedRootFile;

/// What came of a refresh. Whatever went wrong, there is a root: the one from before.
public sealed interface Refresh {
  /// The root to believe from now on.
  TrustedRootFile root();

  /// The mirror has shown what is current, be it new or as before.
  record Refreshed(TrustedRootFile root) implements Refresh {}

  /// The old one stays.
  ///
  /// @param why in words, lower-case, without a full stop
  record Kept(TrustedRootFile root, String why) implements Refresh {}
}
