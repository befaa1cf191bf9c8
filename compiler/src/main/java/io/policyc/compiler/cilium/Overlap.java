package io.policyc.compiler.cilium;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Whether two selectors can select one pod.
final class Overlap {
  private Overlap() {}

  /// False only when the selectors provably exclude each other: by one label that can't meet both.
  static boolean possible(EndpointSelector a, EndpointSelector b) {
    for (Map.Entry<String, String> label : a.matchLabels().entrySet()) {
      String key = key(label.getKey());
      if (excludesIn(b, key, List.of(label.getValue()))) {
        return false;
      }
    }
    for (MatchExpression expression : a.matchExpressions()) {
      if (excludes(b, expression)) {
        return false;
      }
    }
    return true;
  }

  /// A key without `any:` or `k8s:`; pods have labels of that source only.
  static String key(String key) {
    return key.startsWith("k8s:") || key.startsWith("any:") ? key.substring(4) : key;
  }

  private static boolean excludes(EndpointSelector b, MatchExpression a) {
    String key = key(a.key());
    return switch (a.operator()) {
      case IN -> excludesIn(b, key, a.values());
      case NOT_IN -> demandsOneOf(b, key, a.values());
      case EXISTS -> forbids(b, key);
      case DOES_NOT_EXIST -> demands(b, key);
    };
  }

  // The label has one of these values: whoever wants others only, or none, is another pod.
  private static boolean excludesIn(EndpointSelector b, String key, Collection<String> values) {
    for (Map.Entry<String, String> label : b.matchLabels().entrySet()) {
      if (key(label.getKey()).equals(key) && !values.contains(label.getValue())) {
        return true;
      }
    }
    for (MatchExpression other : b.matchExpressions()) {
      if (key(other.key()).equals(key) && excludesIn(other, values)) {
        return true;
      }
    }
    return false;
  }

  private static boolean excludesIn(MatchExpression other, Collection<String> values) {
    return switch (other.operator()) {
      case IN -> other.values().stream().noneMatch(values::contains);
      case NOT_IN -> other.values().containsAll(values);
      case EXISTS -> false;
      case DOES_NOT_EXIST -> true;
    };
  }

  private static boolean demandsOneOf(EndpointSelector b, String key, List<String> values) {
    return b.matchLabels().entrySet().stream()
            .anyMatch(l -> key(l.getKey()).equals(key) && values.contains(l.getValue()))
        || b.matchExpressions().stream()
            .anyMatch(
                e ->
                    e.operator() == MatchExpression.Operator.IN
                        && key(e.key()).equals(key)
                        && values.containsAll(e.values()));
  }

  private static boolean forbids(EndpointSelector b, String key) {
    return b.matchExpressions().stream()
        .anyMatch(
            e ->
                e.operator() == MatchExpression.Operator.DOES_NOT_EXIST
                    && key(e.key()).equals(key));
  }

  private static boolean demands(EndpointSelector b, String key) {
    return b.matchLabels().keySet().stream().anyMatch(k -> key(k).equals(key))
        || b.matchExpressions().stream().anyMatch(e -> demands(e) && key(e.key()).equals(key));
  }

  private static boolean demands(MatchExpression expression) {
    return switch (expression.operator()) {
      case IN, EXISTS -> true;
      case NOT_IN, DOES_NOT_EXIST -> false;
    };
  }
}
