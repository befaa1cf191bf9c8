package io.policyc.compiler.resolve;

import io.policyc.compiler.model.External;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which externals may be the same peer: those with a host in common are looked up, only patterns
/// and addresses are compared.
final class OutsideIndex {
  private record Known(String key, External external) {}

  private final Map<String, List<Known>> byHost = new HashMap<>();
  private final List<Known> patterns = new ArrayList<>();
  private final List<Known> named = new ArrayList<>();
  private final List<Known> addressed = new ArrayList<>();

  void add(String key, External external) {
    Known known = new Known(key, external);
    for (String host : external.hosts()) {
      byHost.computeIfAbsent(host, _ -> new ArrayList<>()).add(known);
    }
    if (!external.hosts().isEmpty()) {
      named.add(known);
    }
    if (hasPattern(external)) {
      patterns.add(known);
    }
    if (external.ranges().size() + external.cidrGroups().size() > 0) {
      addressed.add(known);
    }
  }

  /// The keys of the externals that may be the same, itself among them.
  Set<String> near(String key, External external) {
    Set<String> near = new LinkedHashSet<>(Set.of(key));
    for (String host : external.hosts()) {
      byHost.getOrDefault(host, List.of()).forEach(known -> near.add(known.key()));
    }
    compare(external, hasPattern(external) ? named : patterns, near);
    if (external.ranges().size() + external.cidrGroups().size() > 0) {
      compare(external, addressed, near);
    }
    return near;
  }

  private static void compare(External external, List<Known> others, Set<String> near) {
    for (Known other : others) {
      if (OutsideOverlap.may(external, other.external())) {
        near.add(other.key());
      }
    }
  }

  private static boolean hasPattern(External external) {
    return external.hosts().stream().anyMatch(host -> host.indexOf('*') >= 0);
  }
}
