package io.policyc.tests.gen;

import io.policyc.tests.gen.Cast.Term;
import io.policyc.tests.gen.Cast.Workload;
import io.policyc.tests.naive.Actor;
import io.policyc.tests.naive.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes up who is in a cluster: pods that are, or almost are, what workloads select, and peers.
///
/// Left out is an API server outside of the cluster: its address is also a part of `world`, and the
/// engine gives it labels that depend on the ranges that policies name. `PeerMeaningTest` says what
/// it means.
public final class GenWorld {
  /// The addresses of the CIDR group `partners`.
  public static final String PARTNERS = "192.0.2.64/26";

  private static final List<String> PEERS =
      List.of(
          "ingress",
          "init",
          "unmanaged",
          "health",
          "192.0.2.1",
          "192.0.2.77#partners",
          "203.0.113.5",
          "203.0.113.7",
          "203.0.113.100",
          "203.0.113.200",
          "198.51.100.9",
          "198.51.100.200",
          "10.1.2.3",
          "2001:db8:7::1",
          "2001:db8:7:1::1",
          "2001:db8:8::1",
          "192.0.2.10=api.stripe.com",
          "192.0.2.11=a.feeds.example",
          "192.0.2.12=feeds.example",
          "192.0.2.13=a.b.feeds.example",
          "192.0.2.14=api.mixed.example",
          "192.0.2.15=evil.example,api.stripe.com",
          "203.0.113.201=api.stripe.com");

  private final Dice dice;
  private final List<String> nodes;
  private final List<Actor> actors = new ArrayList<>();

  private GenWorld(Dice dice) {
    this.dice = dice;
    // The engine knows one local node: where that runs the API server, all pods are on it.
    nodes = dice.chance(25) ? List.of("n1") : List.of("n1", "n2");
  }

  /// Everybody that an input may be asked about.
  public static List<Actor> of(Generated input) {
    GenWorld world = new GenWorld(new Dice(input.seed() * 31 + 1));
    input.cast().workloads().forEach(workload -> world.around(workload, input.cast()));
    world.pod("kube-system", labels("k8s-app", "kube-dns"), "default");
    world.pod("kube-system", labels("app", "dns-cache"), "default");
    world.pod("unnamed", labels("app", "a"), "default");
    world.pod(input.cast().namespaces().getFirst(), new TreeMap<>(), "default");
    world.elsewhere(input.cast());
    world.nodes();
    PEERS.forEach(peer -> world.actors.add(Notation.actor(peer)));
    return List.copyOf(world.actors);
  }

  private void nodes() {
    actors.add(new Actor.Node("n2"));
    actors.add(nodes.size() == 1 ? new Actor.ApiServer(Optional.of("n1")) : new Actor.Node("n1"));
    actors.add(new Actor.ApiServer(Optional.of("n0")));
  }

  // The workload's own pod, one that another workload selects too, one that is almost a pod of
  // it, one of another namespace.
  private void around(Workload workload, Cast cast) {
    SortedMap<String, String> own = labels(workload);
    String account = workload.account().orElse("default");
    pod(workload.namespace(), own, account);
    SortedMap<String, String> both = labels(dice.pick(cast.workloads()));
    both.putAll(own);
    pod(workload.namespace(), both, account);
    pod(workload.namespace(), altered(own), dice.one(account, "robot"));
    pod(dice.pick(cast.namespaces()), own, account);
  }

  // Pods of another cluster of the mesh: one with the labels and the namespace of a workload here,
  // one that is almost so, and one of a namespace that nobody has here.
  private void elsewhere(Cast cast) {
    Workload twin = dice.pick(cast.workloads());
    String account = twin.account().orElse("default");
    SortedMap<String, String> own = labels(twin);
    far(twin.namespace(), own, account);
    far(dice.pick(cast.namespaces()), altered(own), dice.one(account, "robot"));
    far("unnamed", labels("app", "a"), "default");
  }

  private SortedMap<String, String> labels(Workload workload) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (Term term : workload.terms()) {
      List<String> fitting =
          switch (term.operator()) {
            case ":", "in" -> term.values();
            case "not in" -> Cast.VALUES.stream().filter(v -> !term.values().contains(v)).toList();
            case "exists" -> Cast.VALUES;
            default -> List.of();
          };
      if (!fitting.isEmpty()) {
        labels.put(term.key(), dice.pick(fitting));
      }
    }
    return labels;
  }

  private SortedMap<String, String> altered(SortedMap<String, String> labels) {
    SortedMap<String, String> altered = new TreeMap<>(labels);
    String key =
        dice.pick(
            Stream.concat(Stream.of("tier", "example.com/track"), labels.keySet().stream())
                .toList());
    if (dice.chance(50)) {
      altered.remove(key);
    } else {
      altered.put(key, dice.pick(Cast.VALUES));
    }
    return altered;
  }

  private static SortedMap<String, String> labels(String key, String value) {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(key, value);
    return labels;
  }

  private void pod(String namespace, SortedMap<String, String> labels, String account) {
    actors.add(made(namespace, labels, account, dice.pick(nodes)));
  }

  private void far(String namespace, SortedMap<String, String> labels, String account) {
    actors.add(new Actor.FarPod("far", made(namespace, labels, account, "far-1")));
  }

  private Actor.Pod made(
      String namespace, SortedMap<String, String> labels, String account, String node) {
    String name = "p" + actors.size();
    SortedMap<String, String> all = Notation.namespaceLabels(namespace);
    return new Actor.Pod(name, namespace, labels, account, all, node);
  }
}
