package io.policyc.tests.naive;

import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.ast.WorkloadItem;
import io.policyc.tests.naive.Names.Thing;
import java.util.List;
import java.util.Optional;

/// Whom a party of a sentence means.
final class Parties {
  private final Names names;

  Parties(Names names) {
    this.names = names;
  }

  /// Whether a party means an actor.
  ///
  /// @param said the sentence that the party stands in
  /// @param other the other end: `host` is the node of the pod there
  Answer means(Party party, Said<?> said, Actor actor, Actor other) {
    return switch (party) {
      case Party.Named named -> thing(names.find(named, said.namespace()), actor);
      case Party.Pods pods -> Answer.of(actor instanceof Actor.Pod pod && group(pods, said, pod));
      case Party.BuiltIn(var entity, _) -> Answer.of(entity(entity, actor, other));
      case Party.Anyone anyone -> Answer.of(anyone(anyone, said, actor));
      case Party.Nobody _ -> throw new IllegalArgumentException("`nobody` in a grant: " + said);
    };
  }

  private static Answer thing(Thing thing, Actor actor) {
    return switch (thing) {
      case Thing.Workload workload ->
          Answer.of(actor instanceof Actor.Pod pod && isOf(pod, workload));
      case Thing.External external ->
          actor instanceof Actor.Address address ? external(external, address) : Answer.REFUSED;
    };
  }

  /// Whether a pod is one of a workload's: in its namespace, with its labels and service account.
  static boolean isOf(Actor.Pod pod, Thing.Workload workload) {
    return pod.namespace().equals(workload.namespace())
        && workload.declarations().stream().allMatch(said -> carries(pod, said.sentence()));
  }

  private static boolean carries(Actor.Pod pod, Statement.Workload declaration) {
    return declaration.items().stream()
        .allMatch(
            item ->
                switch (item) {
                  case LabelTerm term -> Labels.meet(List.of(term), pod.labels());
                  case WorkloadItem.ServiceAccount(var name, _) ->
                      pod.serviceAccount().equals(name.text());
                  case WorkloadItem.Port _, WorkloadItem.Broken _ -> true;
                });
  }

  private static Answer external(Thing.External external, Actor.Address address) {
    return Answer.any(
        external.declaration().sentence().items(),
        item ->
            switch (item) {
              case ExternalItem.Cidr cidr -> Answer.of(Addresses.holds(cidr, address.ip()));
              case ExternalItem.CidrGroup(var name, _) ->
                  Answer.of(address.cidrGroups().contains(name.text()));
              case ExternalItem.Host(var pattern, _) -> behind(pattern, address.names());
              case ExternalItem.Ports _, ExternalItem.Broken _ -> Answer.REFUSED;
            });
  }

  private static Answer behind(Word pattern, Optional<List<String>> known) {
    return known
        .map(all -> Answer.of(all.stream().anyMatch(name -> Hosts.named(pattern.text(), name))))
        .orElse(Answer.UNKNOWN);
  }

  /// Whether a pod is in a group.
  static boolean group(Party.Pods pods, Said<?> said, Actor.Pod pod) {
    boolean inScope =
        switch (pods.scope()) {
          case Party.Scope.Here _ -> pod.namespace().equals(said.here());
          case Party.Scope.In(var namespace) -> pod.namespace().equals(namespace.text());
          case Party.Scope.Everywhere _ -> true;
          case Party.Scope.Labelled(var labels) -> Labels.meet(labels, pod.namespaceLabels());
        };
    return inScope && Labels.meet(pods.labels(), pod.labels());
  }

  /// Whether an entity means an actor, as seen from the other end.
  static boolean entity(Party.Entity entity, Actor actor, Actor other) {
    return switch (entity) {
      case WORLD -> isOutside(actor);
      case CLUSTER -> !(actor instanceof Actor.Address) && !(actor instanceof Actor.FarPod);
      case HOST -> Conversation.isOwnNode(actor, other);
      case REMOTE_NODE -> isNode(actor) && !Conversation.isOwnNode(actor, other);
      case EVERY_NODE -> isNode(actor);
      case KUBE_APISERVER -> actor instanceof Actor.ApiServer;
      case CILIUM_INGRESS -> actor instanceof Actor.Ingress;
    };
  }

  private static boolean isOutside(Actor actor) {
    return actor instanceof Actor.Address
        || (actor instanceof Actor.ApiServer server && server.node().isEmpty());
  }

  private static boolean isNode(Actor actor) {
    return Conversation.nodeOf(actor).isPresent();
  }

  private boolean anyone(Party.Anyone anyone, Said<?> said, Actor actor) {
    return switch (actor) {
      case Actor.Pod pod -> !isLeftOut(anyone, said, pod);
      case Actor.FarPod(_, var pod) -> !isLeftOut(anyone, said, pod);
      case Actor.Nameless nameless -> nameless(anyone, said, nameless);
      case Actor.Node _, Actor.ApiServer _, Actor.Ingress _, Actor.Address _ -> true;
    };
  }

  // What may turn out to be one of those left out is refused in doubt: a grant does not mean it,
  // and a `deny` does.
  private static boolean nameless(Party.Anyone anyone, Said<?> said, Actor.Nameless actor) {
    boolean leavesOut = anyone.outside().isPresent() || !anyone.but().isEmpty();
    return !leavesOut || !actor.mayBeAPod() || said.sentence() instanceof Statement.Deny;
  }

  // By namespace and labels, in each cluster of a mesh.
  private boolean isLeftOut(Party.Anyone anyone, Said<?> said, Actor.Pod pod) {
    return anyone.outside().stream().anyMatch(word -> word.text().equals(pod.namespace()))
        || anyone.but().stream()
            .anyMatch(named -> thing(names.find(named, said.namespace()), pod) == Answer.PERMITTED);
  }
}
