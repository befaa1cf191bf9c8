package io.policyc.compiler.ast;

import io.policyc.findings.Span;

/// What stands between the braces of a runtime class.
public sealed interface RuntimeClassItem {
  /// Where it stands.
  Span span();

  /// `handler wasmtime`
  record Handler(Word name, Span span) implements RuntimeClassItem {}

  /// `runs wasm`
  record RunsWasm(Span span) implements RuntimeClassItem {}

  /// An item that was not understood.
  record Broken(Span span) implements RuntimeClassItem {}
}
