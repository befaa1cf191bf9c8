package io.policyc.compiler.model;

import io.policyc.findings.Span;
import java.util.List;

/// A declared workload: some pods of one namespace.
///
/// @param selection its pods; never every pod
/// @param ports what its pods listen on, as declared
/// @param foreign whether others write its policy
/// @param closed the `… is closed` sentences; empty when none closes it
/// @param declared the declaration's name
public record Workload(
    String namespace,
    String name,
    Selection selection,
    List<NamedPort> ports,
    boolean foreign,
    List<Origin> closed,
    Span declared) {
  public Workload {
    ports = List.copyOf(ports);
    closed = List.copyOf(closed);
  }

  /// `shop/web`
  public String qualifiedName() {
    return namespace + "/" + name;
  }

  /// A port that the pods listen on.
  ///
  /// @param name this input's own name of it; empty for a port declared by number alone
  /// @param services the ports on which Services show it, sorted, where the declaration says so:
  ///   what a program connects to, not what a policy is about
  public record NamedPort(String name, PortRange range, List<Integer> services) {
    public NamedPort {
      services = services.stream().sorted().distinct().toList();
    }

    /// A port of which no Service is known.
    public NamedPort(String name, PortRange range) {
      this(name, range, List.of());
    }

    /// The Services' ports with the protocol of the pod's.
    public List<PortRange> serviceRanges() {
      return services.stream().map(p -> new PortRange(range.protocol(), p, p)).toList();
    }
  }
}
