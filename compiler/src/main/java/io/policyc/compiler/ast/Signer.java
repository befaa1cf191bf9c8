package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.Optional;

/// Who must have signed.
public sealed interface Signer {
  /// Where it stands.
  Span span();

  /// `key "keys/cosign.pub"`
  record Key(Word path, Span span) implements Signer {}

  /// `"https://github.com/acme/**" through "https://token.actions.githubusercontent.com"`
  ///
  /// @param identity a text with `*` and `**`, or an RE2 expression
  /// @param matching whether `identity` was written `matching re"…"`
  /// @param issuer empty where the sentence names none
  record Identity(Word identity, boolean matching, Optional<Word> issuer, Span span)
      implements Signer {}
}
