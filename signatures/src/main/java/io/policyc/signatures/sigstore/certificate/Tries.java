package io.policyc.signatures.sigstore.certificate;

/// How many signatures of certificates one verification may still check.
///
/// Strangers choose the certificates that they send along, and how many authorities have the same
/// name: each path alone being short bounds nothing. Not for several threads.
public final class Tries {
  private static final int MOST = 100;

  private int left = MOST;

  /// Takes one.
  ///
  /// @return false when none is left
  boolean take() {
    return left-- > 0;
  }
}
