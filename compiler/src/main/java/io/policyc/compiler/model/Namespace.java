package io.policyc.compiler.model;

import java.util.List;

/// A namespace that the input names.
///
/// @param own whether objects may be emitted into it: the input has a `namespace` line or a
///   workload of its own for it
/// @param foreign whether others write its policy
/// @param closed the `namespace … is closed` sentences; empty when nothing closes it
public record Namespace(String name, boolean own, boolean foreign, List<Origin> closed) {
  public Namespace {
    closed = List.copyOf(closed);
  }
}
