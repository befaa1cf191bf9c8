package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.Word;
import io.policyc.manifests.TemplatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The kinds of objects that checks look at.
final class ObjectKinds {
  private static final List<String> KNOWN =
      List.of(
          "Configuration",
          "CronJob",
          "DaemonSet",
          "Deployment",
          "GRPCRoute",
          "HTTPRoute",
          "Ingress",
          "Job",
          "Namespace",
          "Pod",
          "PodTemplate",
          "ReplicaSet",
          "ReplicationController",
          "Revision",
          "RuntimeClass",
          "Service",
          "SpinApp",
          "SpinAppExecutor",
          "StatefulSet",
          "TCPRoute",
          "TLSRoute",
          "UDPRoute");

  private static final List<String> CLUSTER_WIDE = List.of("Namespace", "RuntimeClass");

  /// What kubectl takes for a kind besides its name in lower case and its plural.
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("cj", "CronJob"),
          Map.entry("ds", "DaemonSet"),
          Map.entry("deploy", "Deployment"),
          Map.entry("ing", "Ingress"),
          Map.entry("ingresses", "Ingress"),
          Map.entry("ns", "Namespace"),
          Map.entry("po", "Pod"),
          Map.entry("rc", "ReplicationController"),
          Map.entry("rs", "ReplicaSet"),
          Map.entry("runtimeclasses", "RuntimeClass"),
          Map.entry("sts", "StatefulSet"),
          Map.entry("svc", "Service"));

  private final Report report;
  private final Suggestions suggestions;
  private final List<String> kinds;

  ObjectKinds(Report report, Suggestions suggestions, Settings settings) {
    this.report = report;
    this.suggestions = suggestions;
    this.kinds = new ArrayList<>(KNOWN);
    settings.kubernetes().templates().stream().map(TemplatePath::kind).forEach(kinds::add);
  }

  /// Whether objects of a kind stand in no namespace.
  static boolean isClusterWide(String kind) {
    return CLUSTER_WIDE.contains(kind);
  }

  /// Refuses a kind that no check looks at, and a namespace for one that stands in none.
  ///
  /// @return whether there is such a kind
  boolean check(Word kind, Optional<Word> namespace) {
    if (!kinds.contains(kind.text())) {
      report.add(
          Code.PC0611
              .at(kind.span(), "no check looks at objects of the kind " + Say.quote(kind.text()))
              .withHelp(help(kind.text())));
    } else if (isClusterWide(kind.text())) {
      namespace.ifPresent(word -> report.add(inNone(kind, word)));
    }
    return kinds.contains(kind.text());
  }

  private static io.policyc.findings.Finding inNone(Word kind, Word namespace) {
    return Code.PC0611
        .at(namespace.span(), "a " + Say.quote(kind.text()) + " stands in no namespace")
        .withHelp("delete " + Say.quote("in " + namespace.text()));
  }

  private String help(String kind) {
    return meant(kind)
        .map(near -> "did you mean " + Say.quote(near) + "?")
        .orElse(
            "write a kind such as `Deployment` or `Pod`; where a custom resource has pods, name it"
                + " in `kubernetes.templates` of `policyc.toml`");
  }

  private Optional<String> meant(String kind) {
    String small = kind.toLowerCase(Locale.ROOT);
    String group = small.indexOf('.') < 0 ? small : small.substring(0, small.indexOf('.'));
    String known = SHORT.get(group);
    return known != null
        ? Optional.of(known)
        : kinds.stream()
            .filter(k -> k.equalsIgnoreCase(group) || (k + "s").equalsIgnoreCase(group))
            .findFirst()
            .or(() -> suggestions.nearest(kind, kinds));
  }
}
