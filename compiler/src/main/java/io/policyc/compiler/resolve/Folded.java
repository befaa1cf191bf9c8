package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What requests become beside grants that permit anything on their ports.
///
/// @param open ports on which others permit anything between all of the ends
/// @param wider the first grant that does so alone; empty where there is none
/// @param rest what is left of the requests
/// @param mixed others that permit anything between some of the ends, which no rule can tell apart
record Folded(
    List<PortRange> open, Optional<Box.Placed> wider, List<Left> rest, List<Box.Placed> mixed) {
  /// Requests that are left.
  record Left(Remainder ends, List<PortRange> ports) {}

  /// Requests that restrict nothing.
  static Folded open(List<PortRange> ports) {
    return new Folded(ports, Optional.empty(), List.of(), List.of());
  }

  /// Whether the requests are not just what they were.
  boolean changes(Grant grant) {
    Left all = new Left(Remainder.of(grant), Guard.ports(grant.conversation()));
    return !rest.equals(List.of(all));
  }

  /// The grants in place of one.
  List<Grant> grants(Grant grant, ModelText text) {
    List<Grant> grants = new ArrayList<>();
    if (!open.isEmpty()) {
      boolean mutualAuth = Guard.of(grant.conversation()).mutualAuth();
      Conversation anything = new Conversation.Transport(open, mutualAuth, List.of());
      grants.add(new Grant(grant.sender(), grant.receiver(), anything, grant.origin()));
    }
    if (grant.conversation() instanceof Conversation.Http http) {
      rest.forEach(left -> grants.add(left.ends().grant(grant, http.on(left.ports()), text)));
    }
    return grants;
  }
}
