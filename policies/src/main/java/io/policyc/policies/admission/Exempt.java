package io.policyc.policies.admission;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Of whom Pod Security asks nothing, as the configuration of a cluster's API server says it; of an
/// exempt namespace no other check asks anything either.
///
/// Names are compared as they are. An exempt RuntimeClass switches Pod Security off for every pod
/// that names it, and whoever writes a pod writes that name.
///
/// Source: k8s.io/pod-security-admission v0.37.2 admission/admission.go.
public record Exempt(
    NavigableSet<String> namespaces,
    NavigableSet<String> users,
    NavigableSet<String> runtimeClasses) {
  /// Everybody is asked.
  public static final Exempt NOBODY = of(java.util.List.of(), java.util.List.of());

  public Exempt {
    namespaces = new TreeSet<>(namespaces);
    users = new TreeSet<>(users);
    runtimeClasses = new TreeSet<>(runtimeClasses);
  }

  /// Exempt namespaces and RuntimeClasses.
  public static Exempt of(Collection<String> namespaces, Collection<String> runtimeClasses) {
    return new Exempt(new TreeSet<>(namespaces), new TreeSet<>(), new TreeSet<>(runtimeClasses));
  }
}
