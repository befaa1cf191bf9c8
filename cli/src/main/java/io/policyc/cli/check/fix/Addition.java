package io.policyc.cli.check.fix;

import java.util.List;

/// A field that an object is to have, or an item of a list.
///
/// @param steps names of fields and positions in lists, from the object's root; at least one, the
///   last a name
/// @param value what stands there then
public record Addition(List<Object> steps, Added value) {
  public Addition {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !(steps.getLast() instanceof String)) {
      throw new IllegalArgumentException("no field: " + steps);
    }
  }
}
