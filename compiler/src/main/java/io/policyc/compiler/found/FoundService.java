package io.policyc.compiler.found;

import io.policyc.compiler.Protocol;
import io.policyc.findings.Span;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A Service with a selector.
///
/// @param namespace where it stands and where its pods run
/// @param selector labels that all its pods carry, at least one
public record FoundService(
    String namespace, String name, SortedMap<String, String> selector, List<Shown> ports) {
  public FoundService {
    selector = Collections.unmodifiableSortedMap(new TreeMap<>(selector));
    ports = List.copyOf(ports);
    if (selector.isEmpty()) {
      throw new IllegalArgumentException("a Service without a selector");
    }
  }

  /// A port of a Service.
  ///
  /// @param port on which the Service shows it
  /// @param target the number or the name of the pods' port
  /// @param at where the port stands
  public record Shown(int port, Protocol protocol, String target, Span at) {
    /// The number of the pods' port, where it is one.
    public Optional<Integer> number() {
      boolean number = !target.isEmpty() && target.chars().allMatch(c -> c >= '0' && c <= '9');
      return number ? Optional.of(Integer.parseInt(target)) : Optional.empty();
    }

    /// Whether a container's port is the one that is shown.
    public boolean shows(FoundPods.Port opened) {
      return opened.range().protocol() == protocol
          && (target.equals(opened.name()) || target.equals("" + opened.range().first()));
    }
  }
}
