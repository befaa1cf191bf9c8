package io.policyc.signatures.wasm;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What imports let a module do outside its own memory. Which import means what stands in
/// [CapabilityTable].
public enum Capability {
  /// To reach other machines.
  NETWORK("network"),
  /// To open files and folders that the host hands in.
  FILESYSTEM("filesystem"),
  /// To read its arguments, variables, configuration or secrets.
  ENVIRONMENT("environment"),
  /// To ask for the time, or to wait.
  CLOCKS("clocks"),
  /// To ask for random numbers.
  RANDOM("random"),
  /// To keep what outlives a request: key-value stores, databases and blobs that the host holds.
  STATE("state"),
  /// Whatever the host likes: the import is in no table.
  UNKNOWN("unknown");

  private final String word;

  Capability(String word) {
    this.word = word;
  }

  /// Its name in settings and reports.
  public String word() {
    return word;
  }

  /// What imports let a module do, in the order of this list.
  public static List<Capability> of(Collection<Import> imports) {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    imports.forEach(one -> all.addAll(CapabilityTable.of(one)));
    return List.copyOf(all);
  }
}
