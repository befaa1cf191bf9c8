package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.manifests.Defaults;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.PodSchema;
import io.policyc.manifests.PodTemplate;
import io.policyc.manifests.PodTemplates;
import io.policyc.manifests.Served;
import java.util.ArrayList;
import java.util.List;

/// An object that is to be judged.
///
/// @param namespace where it belongs, a Namespace to itself; empty for an object that belongs to
///   none
/// @param pods the pods that it makes; none where it is not valid
/// @param schema fields of its pods that are of a wrong type, or unknown
record Subject(Manifest object, String namespace, List<Pods> pods, List<Finding> schema) {
  Subject {
    pods = List.copyOf(pods);
    schema = List.copyOf(schema);
  }

  static Subject of(Manifest object, SpinExecutors executors, AdmissionSettings settings) {
    String namespace = namespace(object, settings);
    List<Finding> schema = new ArrayList<>(PodSchema.check(object, settings.templates()));
    if (schema.stream().noneMatch(Subject::isError)) {
      schema.addAll(Served.check(object));
    }
    boolean valid = schema.stream().noneMatch(Subject::isError);
    return new Subject(
        object,
        namespace,
        valid ? pods(object, namespace, executors, settings) : List.of(),
        schema);
  }

  private static List<Pods> pods(
      Manifest object, String namespace, SpinExecutors executors, AdmissionSettings settings) {
    List<Pods> pods = new ArrayList<>();
    for (PodTemplate template : PodTemplates.of(object, settings.templates())) {
      pods.add(Pods.of(Defaults.applied(template), namespace));
    }
    if (SpinApps.is(object)) {
      pods.add(SpinApps.pods(object, namespace, executors));
    }
    return pods;
  }

  private static String namespace(Manifest object, AdmissionSettings settings) {
    return switch (object.kind()) {
      case "Namespace" -> object.name().orElse("");
      case "RuntimeClass" -> "";
      default -> object.namespace().orElse(settings.namespace());
    };
  }

  private static boolean isError(Finding finding) {
    return finding.level() == Level.ERROR;
  }

  /// `Deployment/web in shop`, as findings name it.
  String described() {
    boolean within = !namespace.isEmpty() && !object.kind().equals("Namespace");
    return object.label() + (within ? " in " + namespace : "");
  }

  /// Whether an API server can decode it.
  boolean isValid() {
    return schema.stream().noneMatch(Subject::isError);
  }

  /// What checks may know of it.
  AdmissionFacts facts(Cluster cluster) {
    return new AdmissionFacts(
        object, namespace, pods.stream().map(cluster::facts).toList(), cluster);
  }
}
