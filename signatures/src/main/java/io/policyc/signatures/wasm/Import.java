package io.policyc.signatures.wasm;

import java.util.Comparator;
import java.util.List;
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

  /// The names by which a host may link it: the interface behind a plain name; where both are names
  /// of interfaces, either.
  public List<String> linked() {
    return implementing
        .map(other -> isPlain(from) ? List.of(other) : List.of(from, other))
        .orElse(List.of(from));
  }

  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
  }

  /// As people read it: `wasi_snapshot_preview1 fd_write`, or the interface.
  @Override
  public String toString() {
    return from
        + name.map(text -> " " + text).orElse("")
        + implementing.map(text -> " (" + text + ")").orElse("");
  }
}
