package io.policyc.signatures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Copies of what strangers have written.
public final class Copies {
  private Copies() {}

  /// A copy that nobody changes, in the same order.
  ///
  /// Not `Map.copyOf`: that probes one entry after the other where hashes collide, so that 65,000
  /// texts made for it take half a minute. This one keeps such texts in trees.
  public static <V> Map<String, V> of(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
