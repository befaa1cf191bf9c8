package io.policyc.signatures.wasm;

import java.util.Optional;

/// What a module or component needs from its host.
///
/// @param from the module of a core import, such as `wasi_snapshot_preview1`; the whole name of a
///   component's import, such as `wasi:http/outgoing-handler@0.2.0`
/// @param name of a core import within its module, which may be empty; none for a component's
/// @param implementing the interface behind a component's import of another name; that is what a
///   host links
/// @param kind what is imported
public record Import(
    String from, Optional<String> name, Optional<String> implementing, Extern kind) {
  static Import core(String module, String name, Extern kind) {
    return new Import(module, Optional.of(name), Optional.empty(), kind);
  }

  /// The name that a host looks at.
  public String linked() {
    return implementing.orElse(from);
  }

  /// As people read it: `wasi_snapshot_preview1 fd_write`, or the interface.
  @Override
  public String toString() {
    return from
        + name.map(text -> " " + text).orElse("")
        + implementing.map(text -> " (" + text + ")").orElse("");
  }
}
