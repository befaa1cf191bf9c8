package io.policyc.tests.peers.admission;

import java.util.List;

/// A namespace of the server.
///
/// @param labels behind `pod-security.kubernetes.io/`, each `enforce: baseline`
record ServerNamespace(String name, List<String> labels) {
  static final List<ServerNamespace> ALL =
      List.of(
          of("unlabelled"),
          of("privileged", "enforce: privileged", "warn: restricted"),
          of("baseline", "enforce: baseline"),
          of("restricted", "enforce: restricted"),
          of("restricted-latest", "enforce: restricted", "enforce-version: latest"),
          of("baseline-old", "enforce: baseline", "enforce-version: v1.18"),
          of("restricted-old", "enforce: restricted", "enforce-version: v1.0"),
          of("restricted-22", "enforce: restricted", "enforce-version: v1.22"),
          of("restricted-34", "enforce: restricted", "enforce-version: v1.34"),
          of("restricted-35", "enforce: restricted", "enforce-version: v1.35"),
          of("restricted-99", "enforce: restricted", "enforce-version: v1.99"),
          of("warned", "enforce: baseline", "warn: restricted", "warn-version: v1.24"),
          of("only-warned", "warn: baseline"),
          of("only-version", "enforce-version: v1.30", "audit: restricted"));

  private static ServerNamespace of(String name, String... labels) {
    return new ServerNamespace(name, List.of(labels));
  }

  /// The object.
  String text() {
    StringBuilder out =
        new StringBuilder(
            "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: "
                + name
                + "\n  labels:\n    of: test\n");
    labels.forEach(
        label -> out.append("    pod-security.kubernetes.io/").append(label).append('\n'));
    return out.toString();
  }
}
