package io.policyc.manifests;

import java.util.ArrayList;
import java.util.List;

/// Where the pod templates of each kind lie.
///
/// Source: k8s.io/api v0.36.4; Knative Serving v1 (of a Revision, the object is its own template).
/// A SpinApp holds none: its operator makes the pods from `spec.image`, `spec.podLabels`,
/// `spec.podAnnotations` and its executor.
public final class PodTemplates {
  private static final List<TemplatePath> KNOWN =
      List.of(
          new TemplatePath("", "Pod", ""),
          new TemplatePath("", "PodTemplate", "template"),
          new TemplatePath("", "ReplicationController", "spec.template"),
          new TemplatePath("apps", "Deployment", "spec.template"),
          new TemplatePath("apps", "ReplicaSet", "spec.template"),
          new TemplatePath("apps", "StatefulSet", "spec.template"),
          new TemplatePath("apps", "DaemonSet", "spec.template"),
          new TemplatePath("batch", "Job", "spec.template"),
          new TemplatePath("batch", "CronJob", "spec.jobTemplate.spec.template"),
          new TemplatePath("serving.knative.dev", "Service", "spec.template"),
          new TemplatePath("serving.knative.dev", "Configuration", "spec.template"),
          new TemplatePath("serving.knative.dev", "Revision", ""));

  private static final List<TemplatePath> KUBERNETES =
      KNOWN.stream().filter(path -> !path.group().equals("serving.knative.dev")).toList();

  private PodTemplates() {}

  /// The pod templates of an object; none where it has none, or its kind is not known.
  public static List<PodTemplate> of(Manifest object) {
    return of(object, List.of());
  }

  /// The pod templates of an object, where more kinds are known than those of Kubernetes.
  ///
  /// @param more paths of custom resources, as `policyc.toml` names them
  public static List<PodTemplate> of(Manifest object, List<TemplatePath> more) {
    List<PodTemplate> templates = new ArrayList<>();
    for (List<TemplatePath> paths : List.of(KNOWN, more)) {
      for (TemplatePath path : paths) {
        if (path.kind().equals(object.kind()) && path.group().equals(object.group())) {
          path.in(object.root()).stream()
              .filter(Place::isSet)
              .forEach(place -> templates.add(new PodTemplate(object, place)));
        }
      }
    }
    return templates;
  }

  /// The kinds of Kubernetes itself.
  static List<TemplatePath> kubernetes() {
    return KUBERNETES;
  }

  /// Whether every field of a kind is known: those of Kubernetes that have pods, and SpinKube's.
  static boolean isBuiltIn(Manifest object) {
    return (object.group().equals("core.spinkube.dev")
            && (object.kind().equals("SpinApp") || object.kind().equals("SpinAppExecutor")))
        || KUBERNETES.stream()
            .anyMatch(p -> p.kind().equals(object.kind()) && p.group().equals(object.group()));
  }
}
