package io.policyc.cli.check;

import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.PodTemplates;
import io.policyc.policies.admission.AdmissionSettings;
import io.policyc.policies.admission.Judgement;
import java.util.List;
import java.util.Optional;

/// What messages call the objects of a run.
final class Objects {
  private final AdmissionSettings settings;

  Objects(AdmissionSettings settings) {
    this.settings = settings;
  }

  /// `Deployment/web in shop`
  String name(Manifest object) {
    return object.label() + namespace(object).map(name -> " in " + name).orElse("");
  }

  /// Whether an object is a pod, or makes pods.
  boolean hasPods(Manifest object) {
    return !PodTemplates.of(object, settings.templates()).isEmpty();
  }

  /// `Deployment/web in shop (manifests/web.yaml:3)`
  String heading(Manifest object) {
    Span at = object.value().span();
    return name(object) + "  (" + at.fileAndLine() + ")";
  }

  /// Everything that was found of an object, each finding with its name.
  List<Finding> findings(Judgement judgement) {
    String name = name(judgement.object());
    return judgement.decision().findings().stream().map(one -> one.withObject(name)).toList();
  }

  // Without a pod nobody knows whether the kind stands in a namespace at all.
  private Optional<String> namespace(Manifest object) {
    return object
        .namespace()
        .or(() -> hasPods(object) ? Optional.of(settings.namespace()) : Optional.empty());
  }
}
