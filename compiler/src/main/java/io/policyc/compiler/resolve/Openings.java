package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps requests apart from what another grant permits on the same port whatever is said.
///
/// Where both are written for the same pods, peers and port, Cilium sends everything through Envoy,
/// which takes nothing but HTTP: the other grant would permit less than it says. So requests that
/// another grant permits anyway become what it says, and from requests between more ends its ends
/// are left out. Where no rule can say that, the requests are refused.
///
/// Source: Cilium v1.20.2, `CiliumMergeFactsTest.redirects`.
final class Openings {
  /// @param requests whether it is about requests, else about whatever is said
  /// @param ports empty for every port
  private record Shape(boolean requests, boolean mutualAuth, List<PortRange> ports) {}

  private static final Meetings.Shapes<Shape> BESIDE =
      new Meetings.Shapes<>() {
        @Override
        public boolean seeks(Shape shape) {
          return shape.requests();
        }

        // Those that differ in authentication are refused in any case.
        @Override
        public boolean meets(Shape seeking, Shape other) {
          return !other.requests()
              && seeking.mutualAuth() == other.mutualAuth()
              && Guard.overlap(seeking.ports(), other.ports());
        }
      };

  private final Report report;
  private final Collection<Workload> workloads;
  private final Effort effort = new Effort();
  private final ModelText text = new ModelText();
  private final OpeningFindings findings;
  private final Folds folds = new Folds(effort, text);
  private final Map<Integer, Folded> changed = new TreeMap<>();

  Openings(Report report, Collection<Workload> workloads) {
    this.report = report;
    this.workloads = workloads;
    this.findings = new OpeningFindings(report, text);
  }

  /// The same conversations, in grants that can be written beside each other.
  ///
  /// @param grants in the order of the text
  List<Grant> fold(List<Grant> grants) {
    for (int i = 0; i < grants.size(); i++) {
      ownNode(grants.get(i), i);
    }
    SharedPorts shared = SharedPorts.of(grants);
    if (!shared.isEmpty()) {
      meet(grants, shared);
    }
    return folded(grants);
  }

  // Whatever is granted, the node that a pod runs on reaches it.
  private void ownNode(Grant grant, int at) {
    boolean restricts =
        switch (grant.conversation()) {
          case Conversation.Http _ -> true;
          case Conversation.Transport(_, _, var names) -> !names.isEmpty();
          case Conversation.Everything _, Conversation.Ping _ -> false;
        };
    if (restricts && isNode(grant.sender())) {
      changed.put(at, Folded.open(Guard.ports(grant.conversation())));
      findings.ownNode(grant);
    }
  }

  private static boolean isNode(Peer sender) {
    return sender.equals(new Peer.Of(Peer.Entity.HOST));
  }

  private void meet(List<Grant> grants, SharedPorts shared) {
    Meetings<Shape> meetings = new Meetings<>(workloads, effort, BESIDE);
    for (int i = 0; i < grants.size(); i++) {
      if (!changed.containsKey(i)) {
        put(grants.get(i), i, shared, meetings);
      }
    }
    meetings.each(this::fold);
    if (effort.isSpent()) {
      grants.stream()
          .filter(grant -> grant.conversation() instanceof Conversation.Http)
          .findFirst()
          .ifPresent(grant -> report.add(Effort.tooMany(grant.origin().sentence())));
    }
  }

  private static void put(Grant grant, int at, SharedPorts shared, Meetings<Shape> meetings) {
    switch (grant.conversation()) {
      case Conversation.Http http when shared.touches(http.ports()) ->
          meetings.put(grant, at, new Shape(true, http.mutualAuth(), http.ports()));
      // No guard is ever written for that node.
      case Conversation.Transport _, Conversation.Everything _ when isNode(grant.sender()) -> {}
      case Conversation.Transport(var ports, var auth, var names)
          when names.isEmpty() && shared.touches(ports) ->
          meetings.put(grant, at, new Shape(false, auth, ports));
      case Conversation.Everything(var auth) ->
          meetings.put(grant, at, new Shape(false, auth, List.of()));
      case Conversation.Http _, Conversation.Transport _, Conversation.Ping _ -> {}
    }
  }

  // Requests of one sender to one receiver on the same ports, and what may be open beside them.
  private void fold(List<Box.Placed> requests, List<List<Box.Placed>> others) {
    Folded folded = folds.fold(requests.getFirst(), others.stream().map(List::getFirst).toList());
    for (Box.Placed request : requests) {
      findings.tell(request, folded);
      if (folded.changes(request.grant())) {
        changed.put(request.at(), folded);
      }
    }
  }

  private List<Grant> folded(List<Grant> grants) {
    if (changed.isEmpty()) {
      return grants;
    }
    List<Grant> all = new ArrayList<>(grants.size() + changed.size());
    for (int i = 0; i < grants.size(); i++) {
      Folded folded = changed.get(i);
      if (folded == null) {
        all.add(grants.get(i));
      } else {
        all.addAll(folded.grants(grants.get(i), text));
      }
    }
    return all;
  }
}
