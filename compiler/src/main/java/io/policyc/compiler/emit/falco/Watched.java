package io.policyc.compiler.emit.falco;

import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Watch;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Sentences about alerts, found by what they speak of.
final class Watched {
  private record Place(Behaviours.Kind kind, String where) {}

  private static final String EVERYWHERE = "*";

  private final Overlaps overlaps;
  private final Effort effort;
  private final Map<Place, List<Watch>> byWorkload = new HashMap<>();
  private final Map<Place, List<Watch>> byNamespace = new HashMap<>();
  private final Map<Place, List<Watch>> groups = new HashMap<>();
  private final Map<Behaviours.Kind, List<Watch>> all = new HashMap<>();

  Watched(Overlaps overlaps, Effort effort) {
    this.overlaps = overlaps;
    this.effort = effort;
  }

  void add(Watch watch) {
    Behaviours.Kind kind = Behaviours.kind(watch.behaviour());
    Subject subject = Subject.of(watch.subject());
    all.computeIfAbsent(kind, _ -> new ArrayList<>()).add(watch);
    String namespace = subject.scope() instanceof NamespaceScope.One(var one) ? one : EVERYWHERE;
    put(byNamespace, new Place(kind, namespace), watch);
    subject
        .workload()
        .map(Workload::qualifiedName)
        .ifPresentOrElse(
            name -> put(byWorkload, new Place(kind, name), watch),
            () -> put(groups, new Place(kind, namespace), watch));
  }

  private static void put(Map<Place, List<Watch>> to, Place place, Watch watch) {
    to.computeIfAbsent(place, _ -> new ArrayList<>()).add(watch);
  }

  /// The sentences about this kind of behaviour and pods of the subject, in the model's order.
  List<Watch> meeting(Subject subject, Watch.Behaviour behaviour) {
    Behaviours.Kind kind = Behaviours.kind(behaviour);
    List<Watch> candidates = candidates(subject, kind).toList();
    return effort.spend(candidates.size())
        ? candidates.stream().filter(w -> Subject.of(w.subject()).mayMeet(subject)).toList()
        : List.of();
  }

  private Stream<Watch> candidates(Subject subject, Behaviours.Kind kind) {
    if (!(subject.scope() instanceof NamespaceScope.One(var namespace))) {
      return all.getOrDefault(kind, List.of()).stream();
    }
    Stream<Watch> inside =
        subject
            .workload()
            .map(
                workload ->
                    Stream.concat(
                        overlaps.of(workload).stream()
                            .flatMap(w -> at(byWorkload, kind, w.qualifiedName())),
                        at(groups, kind, namespace)))
            .orElseGet(() -> at(byNamespace, kind, namespace));
    return Stream.concat(inside, at(groups, kind, EVERYWHERE));
  }

  private static Stream<Watch> at(Map<Place, List<Watch>> in, Behaviours.Kind kind, String where) {
    return in.getOrDefault(new Place(kind, where), List.of()).stream();
  }
}
