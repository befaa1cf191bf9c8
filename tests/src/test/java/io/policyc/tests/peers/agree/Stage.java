package io.policyc.tests.peers.agree;

import io.policyc.tests.gen.GenWorld;
import io.policyc.tests.naive.Actor;
import io.policyc.tests.naive.Conversation;
import io.policyc.tests.naive.What;
import io.policyc.tests.peers.Identity;
import io.policyc.tests.peers.World;
import java.util.ArrayList;
import java.util.List;
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

  // A node is two identities: what its own pods see of it, at the odd number, and all others.
  private static List<Identity> identities(int id, Actor actor) {
    return switch (actor) {
      case Actor.Pod pod ->
          List.of(
              new Identity.Pod(
                  id, pod.namespace(), pod.labels(), pod.namespaceLabels(), pod.serviceAccount()));
      case Actor.Node _ ->
          List.of(
              Identity.Labelled.reserved(id, "remote-node"),
              Identity.Labelled.reserved(id + 1, "host"));
      case Actor.ApiServer(var outside) when !outside ->
          List.of(
              new Identity.Labelled(
                  id, List.of("reserved:remote-node", "reserved:kube-apiserver")));
      case Actor.ApiServer _ -> throw new IllegalArgumentException("left out: " + actor);
      case Actor.Ingress _ -> List.of(Identity.Labelled.reserved(id, "ingress"));
      case Actor.Address(var ip, var names, _) ->
          List.of(new Identity.Address(id, ip, names.orElse(List.of())));
    };
  }

  private int number(Actor actor, Actor other) {
    boolean own =
        actor instanceof Actor.Node node
            && other instanceof Actor.Pod pod
            && pod.node().equals(node.name());
    return 2 * actors.indexOf(actor) + (own ? 3 : 2);
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
