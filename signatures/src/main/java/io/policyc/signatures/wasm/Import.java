package io.policyc.signatures.wasm;

import java.util.Comparator;
import java.util.Optional;

/// What a module or component needs from its host.
///
/// @param from the module of a core import, such as `wasi_snapshot_preview1`; the whole name of a
///   component's import, such as `wasi:http/outgoing-handler@0.2.0`
/// @param name of a core import within its module, which may be empty; none for a component's
/// @param implementing the interface behind a component's import of another name; that is what a
///   host links
/// @param kind what is imported
public record Import(String from, Optional<String> name, Optional<String> implementing, Extern kind)
    implements Comparable<Import> {
  private static final Comparator<Import> ORDER =
      Comparator.comparing(Import::from)
          .thenComparing(one -> one.name().isPresent())
          .thenComparing(one -> one.name().orElse(""))
          .thenComparing(one -> one.implementing().isPresent())
          .thenComparing(one -> one.implementing().orElse(""))
          .thenComparing(Import::kind);

  static Import core(String module, String name, Extern kind) {
    return new Import(module, Optional.of(name), Optional.empty(), kind);
  }

  /// By their texts. It is also what keeps sets of imports fast whose hashes were made to collide.
  @Override
  public int compareTo(Import other) {
    return ORDER.compare(this, other);
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
