package io.policyc.tests.peers.agree;

import io.policyc.tests.gen.GenWorld;
import io.policyc.tests.naive.Actor;
import io.policyc.tests.naive.Conversation;
import io.policyc.tests.naive.What;
import io.policyc.tests.peers.Identity;
import io.policyc.tests.peers.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The actors of a generated cluster as identities of the engine.
final class Stage {
  private final String id;
  private final List<Actor> actors;

  Stage(String id, List<Actor> actors) {
    this.id = id;
    this.actors = List.copyOf(actors);
  }

  String id() {
    return id;
  }

  /// The cluster under policies.
  World under(String policies) {
    List<Identity> identities = new ArrayList<>();
    for (int i = 0; i < actors.size(); i++) {
      identities.addAll(identities(2 * i + 2, actors.get(i)));
    }
    World.CidrGroup partners =
        new World.CidrGroup("partners", Map.of(), List.of(GenWorld.PARTNERS));
    return new World(id, policies, identities, List.of(partners));
  }

  // A node is two identities: what all others see of it, and what its own pods do.
  private List<Identity> identities(int id, Actor actor) {
    return switch (actor) {
      case Actor.Pod pod -> List.of(pod(id, pod));
      case Actor.FarPod(var cluster, var pod) ->
          List.of(new Identity.FarPod(cluster, pod(id, pod)));
      case Actor.Nameless(var kind) ->
          List.of(Identity.Labelled.reserved(id, kind.name().toLowerCase(Locale.ROOT)));
      case Actor.Node _ -> node(id, actor, List.of());
      case Actor.ApiServer(var node) when node.isPresent() ->
          node(id, actor, List.of("reserved:kube-apiserver"));
      case Actor.ApiServer _ -> throw new IllegalArgumentException("left out: " + actor);
      case Actor.Ingress _ -> List.of(Identity.Labelled.reserved(id, "ingress"));
      case Actor.Address(var ip, var names, _) ->
          List.of(new Identity.Address(id, ip, names.orElse(List.of())));
    };
  }

  private static Identity.Pod pod(int id, Actor.Pod pod) {
    return new Identity.Pod(
        id, pod.namespace(), pod.labels(), pod.namespaceLabels(), pod.serviceAccount());
  }

  private List<Identity> node(int id, Actor node, List<String> more) {
    List<Identity> identities = new ArrayList<>();
    identities.add(labelled(id, "reserved:remote-node", more));
    if (actors.stream().anyMatch(pod -> Conversation.isOwnNode(node, pod))) {
      identities.add(labelled(id + 1, "reserved:host", more));
    }
    return identities;
  }

  private static Identity labelled(int id, String label, List<String> more) {
    List<String> labels = new ArrayList<>(more);
    labels.addFirst(label);
    return new Identity.Labelled(id, labels);
  }

  private int number(Actor actor, Actor other) {
    return 2 * actors.indexOf(actor) + (Conversation.isOwnNode(actor, other) ? 3 : 2);
  }

  /// The question that the engine is asked.
  io.policyc.tests.peers.Conversation question(Conversation asked, What what) {
    int from = number(asked.sender(), asked.receiver());
    int to = number(asked.receiver(), asked.sender());
    return switch (what) {
      case What.Opaque(var protocol, var port) ->
          new io.policyc.tests.peers.Conversation.Packet(from, to, protocol.name(), port);
      case What.Http http ->
          new io.policyc.tests.peers.Conversation.Http(
              from, to, http.port(), http.method(), http.target(), http.host(), http.headers());
      case What.Dns(var protocol, var port, var name) ->
          new io.policyc.tests.peers.Conversation.Dns(from, to, protocol.name(), port, name);
      case What.Tls(var port, var name) ->
          new io.policyc.tests.peers.Conversation.Tls(from, to, port, name.orElse(""));
      case What.Icmp(var v6, var type) ->
          new io.policyc.tests.peers.Conversation.Icmp(from, to, v6 ? 6 : 4, type);
    };
  }
}
