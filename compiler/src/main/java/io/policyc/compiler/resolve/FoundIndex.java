package io.policyc.compiler.resolve;

import io.policyc.compiler.found.Found;
import io.policyc.compiler.found.FoundPods;
import io.policyc.compiler.found.FoundService;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import io.policyc.compiler.model.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which pods of manifests a selection means, and which Services show them.
///
/// Pods and Services are looked up by a label: nothing compares each with each.
final class FoundIndex {
  /// Labels that pods carry only once they run.
  private static final Set<String> LATER =
      Set.of(
          "pod-template-hash",
          "controller-revision-hash",
          "pod-template-generation",
          "statefulset.kubernetes.io/pod-name",
          "apps.kubernetes.io/pod-index",
          "batch.kubernetes.io/controller-uid",
          "batch.kubernetes.io/job-name",
          "batch.kubernetes.io/job-completion-index",
          "controller-uid",
          "job-name");

  private record Label(String namespace, String key, String value) {}

  private final Map<String, List<FoundPods>> byNamespace = new HashMap<>();
  private final Map<Label, List<FoundPods>> byLabel = new HashMap<>();
  private final Map<Label, List<FoundService>> services = new HashMap<>();
  private final IdentityHashMap<FoundPods, List<FoundService>> shown = new IdentityHashMap<>();

  FoundIndex(Found found) {
    for (FoundPods pods : found.pods()) {
      byNamespace.computeIfAbsent(pods.place(), _ -> new ArrayList<>()).add(pods);
      pods.labels()
          .forEach(
              (key, value) ->
                  byLabel
                      .computeIfAbsent(new Label(pods.place(), key, value), _ -> new ArrayList<>())
                      .add(pods));
    }
    for (FoundService service : found.services()) {
      Map.Entry<String, String> first = service.selector().firstEntry();
      services
          .computeIfAbsent(
              new Label(service.namespace(), first.getKey(), first.getValue()),
              _ -> new ArrayList<>())
          .add(service);
    }
  }

  /// All pods of a namespace.
  List<FoundPods> in(String namespace) {
    return byNamespace.getOrDefault(namespace, List.of());
  }

  /// The pods of a namespace that a selection means, as far as their templates say.
  List<FoundPods> selected(String namespace, Selection selection) {
    return candidates(namespace, selection).stream().filter(p -> selects(selection, p)).toList();
  }

  // A pod has one value of a label: nothing comes twice.
  private List<FoundPods> ofLabel(String namespace, LabelRequirement label) {
    return label.values().stream()
        .flatMap(
            value ->
                byLabel.getOrDefault(new Label(namespace, label.key(), value), List.of()).stream())
        .toList();
  }

  private List<FoundPods> candidates(String namespace, Selection selection) {
    Optional<LabelRequirement> label =
        selection.labels().stream()
            .filter(l -> l.operator() == Operator.IN && !LATER.contains(l.key()))
            .findFirst();
    return label.map(l -> ofLabel(namespace, l)).orElse(in(namespace));
  }

  private static boolean selects(Selection selection, FoundPods pods) {
    String account = pods.serviceAccount().orElse("default");
    return selection.labels().stream().allMatch(label -> holds(label, pods))
        && selection.serviceAccounts().stream().allMatch(account::equals);
  }

  private static boolean holds(LabelRequirement label, FoundPods pods) {
    Optional<String> value = Optional.ofNullable(pods.labels().get(label.key()));
    return LATER.contains(label.key())
        || switch (label.operator()) {
          case IN -> value.filter(label.values()::contains).isPresent();
          case NOT_IN -> value.filter(label.values()::contains).isEmpty();
          case EXISTS -> value.isPresent();
          case ABSENT -> value.isEmpty();
        };
  }

  /// The Services that select pods.
  List<FoundService> services(FoundPods pods) {
    return shown.computeIfAbsent(pods, this::showing);
  }

  private List<FoundService> showing(FoundPods pods) {
    List<FoundService> showing = new ArrayList<>();
    pods.labels()
        .forEach(
            (key, value) ->
                services.getOrDefault(new Label(pods.place(), key, value), List.of()).stream()
                    .filter(s -> pods.labels().entrySet().containsAll(s.selector().entrySet()))
                    .forEach(showing::add));
    return showing;
  }
}
