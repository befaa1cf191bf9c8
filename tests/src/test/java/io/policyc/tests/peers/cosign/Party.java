package io.policyc.tests.peers.cosign;

import io.policyc.signatures.sigstore.Demand;
import io.policyc.signatures.sigstore.Signers;
import io.policyc.signatures.sigstore.TrustRoot;
import java.util.List;

/// Somebody who signs, and how cosign is told so.
interface Party {
  /// Its name in the table.
  String name();

  /// What makes cosign sign as this party.
  List<String> signing(int version, Layout layout);

  /// What makes cosign ask for this party.
  List<String> verifying(int version, Layout layout);

  /// The same question to policyc.
  Signers signers();

  /// Whom both believe.
  TrustRoot root();

  /// Whether cosign asks for an entry of a log.
  Demand.Log log();

  /// Signs in the name of this party without cosign, as cosign would; for content that cosign does
  /// not write.
  ///
  /// @throws UnsupportedOperationException where cosign must be asked
  byte[] sign(byte[] content);
}
