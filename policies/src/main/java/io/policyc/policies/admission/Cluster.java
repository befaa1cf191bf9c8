package io.policyc.policies.admission;

import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Requirement;
import io.policyc.manifests.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a whole input says of the cluster that it is for: facts about other objects than the one
/// that is judged.
public final class Cluster {
  private final AdmissionSettings settings;
  private final Optional<Model> model;
  private final Map<String, NamespaceFacts> namespaces;
  private final NamespaceFacts silent;

  private Cluster(
      AdmissionSettings settings, Optional<Model> model, Map<String, NamespaceFacts> namespaces) {
    this.settings = settings;
    this.model = model;
    this.namespaces = namespaces;
    this.silent = NamespaceFacts.of(List.of(), List.of(), settings);
  }

  static Cluster of(List<Subject> subjects, Optional<Model> model, AdmissionSettings settings) {
    return new Cluster(settings, model, namespaces(subjects, model, settings));
  }

  private static Map<String, NamespaceFacts> namespaces(
      List<Subject> subjects, Optional<Model> model, AdmissionSettings settings) {
    Map<String, List<Manifest>> objects = new TreeMap<>();
    for (Subject subject : subjects) {
      if (subject.object().kind().equals("Namespace") && subject.object().group().isEmpty()) {
        list(objects, subject.namespace()).add(subject.object());
      }
    }
    Map<String, List<Requirement.Profile>> profiles = new TreeMap<>();
    for (Requirement one : model.map(Model::requirements).orElse(List.of())) {
      if (one instanceof Requirement.Profile profile) {
        list(profiles, profile.namespace()).add(profile);
      }
    }
    Map<String, NamespaceFacts> facts = new HashMap<>();
    profiles.forEach((name, _) -> list(objects, name));
    objects.forEach(
        (name, found) -> facts.put(name, NamespaceFacts.of(found, list(profiles, name), settings)));
    return facts;
  }

  private static <T> List<T> list(Map<String, List<T>> lists, String name) {
    return lists.computeIfAbsent(name, _ -> new ArrayList<>());
  }

  /// What the review asks for beyond the sentences.
  AdmissionSettings settings() {
    return settings;
  }

  /// The sentences.
  Optional<Model> model() {
    return model;
  }

  /// What is known of a namespace.
  NamespaceFacts namespace(String name) {
    return namespaces.getOrDefault(name, silent);
  }
}
