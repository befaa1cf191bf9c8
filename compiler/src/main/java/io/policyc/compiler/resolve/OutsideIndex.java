package io.policyc.compiler.resolve;

import io.policyc.compiler.model.External;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which externals may be the same peer: those with a host in common are looked up, patterns are
/// compared within a domain, addresses with each other.
final class OutsideIndex {
  private record Known(String key, External external) {}

  /// The domain of patterns that have none: they are compared with all.
  private static final String ANY = "";

  private final Map<String, List<Known>> byHost = new HashMap<>();
  private final Map<String, List<Known>> byDomain = new HashMap<>();
  private final Map<String, List<Known>> patterns = new HashMap<>();
  private final List<Known> named = new ArrayList<>();
  private final List<Known> addressed = new ArrayList<>();
  private final Effort effort;

  /// @param effort what comparing may cost; what is beyond it is left out
  OutsideIndex(Effort effort) {
    this.effort = effort;
  }

  void add(String key, External external) {
    Known known = new Known(key, external);
    for (String host : external.hosts()) {
      into(byHost, host, known);
      into(byDomain, domain(host), known);
      if (isPattern(host)) {
        into(patterns, domain(host), known);
      }
    }
    if (!external.hosts().isEmpty()) {
      named.add(known);
    }
    if (isAddressed(external)) {
      addressed.add(known);
    }
  }

  private static void into(Map<String, List<Known>> lists, String at, Known known) {
    lists.computeIfAbsent(at, _ -> new ArrayList<>()).add(known);
  }

  /// The keys of the externals that may be the same, itself among them.
  Set<String> near(String key, External external) {
    Set<String> near = new LinkedHashSet<>(Set.of(key));
    for (String host : external.hosts()) {
      byHost.getOrDefault(host, List.of()).forEach(known -> near.add(known.key()));
      compare(external, candidates(host), near);
      compare(external, patterns.getOrDefault(ANY, List.of()), near);
    }
    if (isAddressed(external)) {
      compare(external, addressed, near);
    }
    return near;
  }

  private Collection<Known> candidates(String host) {
    String domain = domain(host);
    Map<String, List<Known>> lists = isPattern(host) ? byDomain : patterns;
    return domain.equals(ANY) ? named : lists.getOrDefault(domain, List.of());
  }

  private void compare(External external, Collection<Known> others, Set<String> near) {
    if (effort.spend(others.size())) {
      for (Known other : others) {
        if (OutsideOverlap.may(external, other.external())) {
          near.add(other.key());
        }
      }
    }
  }

  // The last two labels, where they are literal.
  private static String domain(String host) {
    int last = host.lastIndexOf('.');
    String domain = last < 0 ? host : host.substring(host.lastIndexOf('.', last - 1) + 1);
    return isPattern(domain) ? ANY : domain;
  }

  private static boolean isPattern(String host) {
    return host.indexOf('*') >= 0;
  }

  private static boolean isAddressed(External external) {
    return !external.ranges().isEmpty() || !external.cidrGroups().isEmpty();
  }
}
