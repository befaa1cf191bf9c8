package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A label selector; all its parts must hold.
///
/// Whom an empty one selects depends on where it stands: as `endpointSelector` every pod of the
/// policy's namespace, in `fromEndpoints` the same, in a cluster-wide policy every pod.
///
/// @param matchLabels sorted by key
/// @param matchExpressions in their order in the text
public record EndpointSelector(
    SortedMap<String, String> matchLabels, List<MatchExpression> matchExpressions) {
  /// The selector `{}`.
  public static final EndpointSelector EMPTY =
      new EndpointSelector(Sorted.copy(Map.of()), List.of());

  public EndpointSelector {
    matchLabels = Sorted.copy(matchLabels);
    matchExpressions = List.copyOf(matchExpressions);
  }

  /// A selector of labels that must all be there.
  public static EndpointSelector labels(Map<String, String> labels) {
    return new EndpointSelector(Sorted.copy(labels), List.of());
  }

  /// A selector of labels that must all be there and expressions that must all hold.
  public static EndpointSelector of(Map<String, String> labels, List<MatchExpression> expressions) {
    return new EndpointSelector(Sorted.copy(labels), expressions);
  }

  /// Whether it is `{}`.
  public boolean isEmpty() {
    return matchLabels.isEmpty() && matchExpressions.isEmpty();
  }
}
