package io.policyc.compiler.found;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import io.policyc.manifests.PodTemplate;
import io.policyc.manifests.PodTemplates;
import io.policyc.manifests.TemplatePath;
import java.util.ArrayList;
import java.util.List;

/// Gathers what manifests tell.
public final class FoundReader {
  private final List<TemplatePath> templates;
  private final List<Finding> findings = new ArrayList<>();
  private final List<FoundPods> pods = new ArrayList<>();
  private final List<FoundService> services = new ArrayList<>();

  private FoundReader(List<TemplatePath> templates) {
    this.templates = templates;
  }

  /// What objects tell. A field of a wrong type is an error: an API server refuses its object.
  ///
  /// @param templates where pod templates lie in custom resources
  public static Checked<Found> read(List<Manifest> objects, List<TemplatePath> templates) {
    FoundReader reader = new FoundReader(templates);
    objects.forEach(reader::object);
    // Labels that are a selector, too, are read twice.
    List<Finding> findings = reader.findings.stream().distinct().toList();
    return new Checked<>(new Found(reader.pods, reader.services), findings);
  }

  private void object(Manifest object) {
    if (isService(object)) {
      new ServiceReader(findings).read(object).ifPresent(services::add);
    } else if (!isMadeByAnother(object)) {
      pods(object);
    }
  }

  private void pods(Manifest object) {
    // An object with several templates, such as a Volcano Job, makes pods of several kinds: its
    // name would mean all of them.
    List<PodTemplate> all = PodTemplates.of(object, templates);
    boolean named = object.name().filter(name -> !name.endsWith("*")).isPresent();
    if (all.size() == 1 && named && !object.kind().equals("PodTemplate")) {
      new PodsReader(findings).read(object, all.getFirst()).ifPresent(pods::add);
    }
  }

  private static boolean isService(Manifest object) {
    return object.kind().equals("Service") && object.group().isEmpty();
  }

  // What `kubectl get` shows of a Deployment's ReplicaSets and pods is no workload of its own.
  private static boolean isMadeByAnother(Manifest object) {
    Place owners = object.root().at("metadata", "ownerReferences");
    return !owners.items().isEmpty();
  }
}
