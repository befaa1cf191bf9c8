package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// One line between the braces of a workload.
public sealed interface WorkloadItem
    permits LabelTerm, WorkloadItem.ServiceAccount, WorkloadItem.Port, WorkloadItem.Broken {
  /// Where it stands.
  Span span();

  /// `service account backend`
  record ServiceAccount(Word name, Span span) implements WorkloadItem {}

  /// `port http 8080 behind service 80`: ports that the pod listens on.
  ///
  /// @param name this file's own name of the ports; empty in `port 8080`
  /// @param numbers what the pod listens on
  /// @param services the ports on which Services show it, each a single number; mostly none is said
  record Port(
      Optional<Word> name, PortItem.Numbers numbers, List<PortItem.Numbers> services, Span span)
      implements WorkloadItem {
    public Port {
      services = List.copyOf(services);
    }
  }

  /// A line that was not understood: something was said about it, nothing follows from it.
  record Broken(Span span) implements WorkloadItem {}
}
