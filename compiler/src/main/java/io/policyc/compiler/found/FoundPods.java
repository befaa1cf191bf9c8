package io.policyc.compiler.found;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.PortRange;
import io.policyc.findings.Span;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A Deployment, or anything else that makes pods of a template.
///
/// @param kind such as `Deployment`
/// @param name what a text may call its pods
/// @param namespace where they run; empty where the manifest names none
/// @param at where the object's name stands
/// @param selector its own, or the labels of its pods where it has none
/// @param labels of its pods
/// @param serviceAccount that they run under, where the manifest names one
/// @param ports that their containers open, each number once; of one name the first one counts
public record FoundPods(
    String kind,
    String name,
    Optional<String> namespace,
    Span at,
    List<Condition> selector,
    SortedMap<String, String> labels,
    Optional<String> serviceAccount,
    List<Port> ports) {
  /// Where pods run of which no manifest says it.
  public static final String DEFAULT_NAMESPACE = "default";

  public FoundPods {
    selector = List.copyOf(selector);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    ports = List.copyOf(ports);
  }

  /// The namespace, also where it is not written.
  public String place() {
    return namespace.orElse(DEFAULT_NAMESPACE);
  }

  /// `Deployment/web`
  public String label() {
    return kind + "/" + name;
  }

  /// One condition of a selector.
  ///
  /// @param at where it stands
  public record Condition(LabelRequirement requirement, Span at) {}

  /// A port that a container opens.
  ///
  /// @param name empty for one without a name
  /// @param at where its number stands
  public record Port(String name, PortRange range, Span at) {}
}
