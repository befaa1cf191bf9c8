package io.policyc.cli.check.fix;

/// What is added to a manifest.
public sealed interface Added {
  /// `allowPrivilegeEscalation: false`
  record Flag(boolean value) implements Added {}

  /// `runtimeClassName: wasmtime`
  record Text(String text) implements Added {}

  /// `ALL` in `drop: [NET_RAW, ALL]`: one more item of a list, which may not be there yet.
  record Item(String text) implements Added {}
}
