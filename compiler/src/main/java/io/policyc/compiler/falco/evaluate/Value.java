package io.policyc.compiler.falco.evaluate;

import java.util.List;

/// The value of a field in an event.
public sealed interface Value {
  /// `/etc/passwd`, also an address and the names of flags.
  record Text(String text) implements Value {}

  /// `443`
  ///
  /// @param number the 64 bits; a field without a sign reads them without one
  record Whole(long number) implements Value {}

  /// `true`
  record Truth(boolean holds) implements Value {}

  /// Several values: the types of open files, the names of the ancestors.
  ///
  /// @param items in Falco's order; for ancestors the nearest first
  record Many(List<String> items) implements Value {
    public Many {
      items = List.copyOf(items);
    }
  }
}
