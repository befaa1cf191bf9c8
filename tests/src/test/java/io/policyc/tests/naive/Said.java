package io.policyc.tests.naive;

import io.policyc.compiler.ast.Statement;
import java.util.Optional;

/// A sentence and where it was said.
///
/// @param namespace the namespace of the header above it; empty above the first header
/// @param foreign whether a `foreign namespace` line or a foreign import makes what it declares
///   somebody else's
public record Said<S extends Statement>(S sentence, Optional<String> namespace, boolean foreign) {
  /// The namespace of the header; an input that gets here has one wherever it is needed.
  String here() {
    return namespace.orElseThrow(() -> new IllegalArgumentException("no namespace above " + this));
  }
}
