package io.policyc.policies.admission;

import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Namespace;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Requirement;
import io.policyc.compiler.model.Workload;
import io.policyc.manifests.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a whole input says of the cluster that it is for: facts about other objects than the one
/// that is judged.
public final class Cluster {
  private final AdmissionSettings settings;
  private final Optional<Model> model;
  private final Map<String, NamespaceFacts> namespaces;
  private final NamespaceFacts silent;
  private final RuntimeClasses runtimeClasses;
  private final SpinExecutors executors;
  private final PodIndex<Requirement> requirements;
  private final PodIndex<Workload> workloads;
  private final Map<String, Namespace> declared = new HashMap<>();
  private final Services services;
  private final Entries entries;
  private final LabelHints hints;

  private Cluster(
      AdmissionSettings settings,
      Optional<Model> model,
      List<Subject> subjects,
      SpinExecutors executors) {
    this.settings = settings;
    this.model = model;
    this.namespaces = namespaces(subjects, model, settings);
    this.silent = NamespaceFacts.of(List.of(), List.of(), settings);
    this.runtimeClasses = RuntimeClasses.of(subjects, model);
    this.executors = executors;
    this.requirements = new PodIndex<>(requirements(model));
    this.workloads = new PodIndex<>(workloads(model));
    model.map(Model::namespaces).orElse(List.of()).forEach(one -> declared.put(one.name(), one));
    this.services = new Services(subjects);
    this.entries = new Entries(model);
    this.hints = new LabelHints(model.map(Model::workloads).orElse(List.of()));
  }

  static Cluster of(
      List<Subject> subjects,
      SpinExecutors executors,
      Optional<Model> model,
      AdmissionSettings settings) {
    return new Cluster(settings, model, subjects, executors);
  }

  private static List<PodIndex.Entry<Requirement>> requirements(Optional<Model> model) {
    List<PodIndex.Entry<Requirement>> entries = new ArrayList<>();
    for (Requirement one : model.map(Model::requirements).orElse(List.of())) {
      subject(one)
          .map(pods -> new PodIndex.Entry<>(entries.size(), pods.scope(), pods.selection(), one))
          .ifPresent(entries::add);
    }
    return entries;
  }

  private static Optional<Peer.Pods> subject(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Wasm wasm -> Optional.of(wasm.subject());
      case Requirement.Signed signed -> Optional.of(signed.subject());
      case Requirement.Attested attested -> Optional.of(attested.subject());
      case Requirement.ComeFrom from -> Optional.of(from.subject());
      case Requirement.Capabilities _, Requirement.Profile _ -> Optional.empty();
    };
  }

  private static List<PodIndex.Entry<Workload>> workloads(Optional<Model> model) {
    List<PodIndex.Entry<Workload>> entries = new ArrayList<>();
    for (Workload one : model.map(Model::workloads).orElse(List.of())) {
      NamespaceScope scope = new NamespaceScope.One(one.namespace());
      entries.add(new PodIndex.Entry<>(entries.size(), scope, one.selection(), one));
    }
    return entries;
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

  /// The sentences of one kind about what may be created.
  <T extends Requirement> Stream<T> requirements(Class<T> kind) {
    return model.map(Model::requirements).orElse(List.of()).stream()
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  /// The RuntimeClasses.
  RuntimeClasses runtimeClasses() {
    return runtimeClasses;
  }

  /// A namespace as sentences speak of it.
  Optional<Namespace> declared(String name) {
    return Optional.ofNullable(declared.get(name));
  }

  /// The Services.
  Services services() {
    return services;
  }

  /// What closes pods.
  Entries entries() {
    return entries;
  }

  /// What the labels of pods most likely meant.
  LabelHints hints() {
    return hints;
  }

  /// Whether a grant lets a controller of routes reach a port of pods.
  boolean mayEnter(Pods pods, PortRange port, String controller) {
    return entries.reach(pods, port, controller, namespace(pods.namespace()).labels());
  }

  /// The SpinAppExecutors.
  SpinExecutors executors() {
    return executors;
  }

  /// Pods with what sentences say of them.
  PodFacts facts(Pods pods) {
    List<SortedMap<String, String>> labels = namespace(pods.namespace()).labels();
    PodIndex.Found<Requirement> found = requirements.of(pods, labels);
    return new PodFacts(pods, found.yes(), found.unknown(), workloads.of(pods, labels).yes());
  }

  /// What is known of a namespace.
  NamespaceFacts namespace(String name) {
    return namespaces.getOrDefault(name, silent);
  }
}
