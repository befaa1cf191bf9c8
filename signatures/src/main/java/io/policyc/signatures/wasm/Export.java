package io.policyc.signatures.wasm;

import java.util.Optional;

/// What a module or component offers to its host.
///
/// @param name such as `_start` or `wasi:http/incoming-handler@0.2.0`
/// @param implementing the interface behind a component's export of another name
/// @param kind what is exported
public record Export(String name, Optional<String> implementing, Extern kind) {
  /// As people read it.
  @Override
  public String toString() {
    return name + implementing.map(text -> " (" + text + ")").orElse("");
  }
}
