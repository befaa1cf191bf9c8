package io.policyc.signatures.sigstore;

import java.util.Map;

/// Who a certificate must be for, in the words of Fulcio.
///
/// @param subject what one of its alternative names must be
/// @param issuer who vouched for that name
/// @param extensions what its extensions must say, by object identifier below
///   `1.3.6.1.4.1.57264.1`, such as `1.3.6.1.4.1.57264.1.12` for the source repository
/// @see <a href="https://github.com/sigstore/fulcio/blob/v1.8.5/docs/oid-info.md">Fulcio's
///   extensions</a>
public record Identity(TextRule subject, TextRule issuer, Map<String, TextRule> extensions) {
  public Identity {
    extensions = Map.copyOf(extensions);
  }

  /// An identity without demands on extensions.
  public static Identity of(TextRule subject, TextRule issuer) {
    return new Identity(subject, issuer, Map.of());
  }
}
