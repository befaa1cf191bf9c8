package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import io.policyc.findings.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds grants that may meet at one sender, receiver and port and ask for different authentication
/// or server names: Cilium would demand it of both.
final class Demands {
  /// @param ports what it is guarded on; empty for everything
  /// @param ping whether it is a ping, which has no port
  private record Shape(Guard guard, List<PortRange> ports, boolean ping) {
    static Shape of(Conversation conversation) {
      return new Shape(
          Guard.of(conversation),
          Guard.ports(conversation),
          conversation instanceof Conversation.Ping);
    }

    boolean meets(Shape other) {
      if (ping || other.ping) {
        return (ping || ports.isEmpty()) && (other.ping || other.ports.isEmpty());
      }
      return Guard.overlap(ports, other.ports);
    }
  }

  // Only those with a guard look for others: of two that differ, one has one.
  private static final Meetings.Shapes<Shape> DIFFERENT =
      new Meetings.Shapes<>() {
        @Override
        public boolean seeks(Shape shape) {
          return !shape.guard().isNone();
        }

        @Override
        public boolean meets(Shape seeking, Shape other) {
          return !seeking.guard().equals(other.guard()) && seeking.meets(other);
        }
      };

  private final Report report;
  private final Collection<Workload> workloads;
  private final Effort effort = new Effort();
  private final Set<Span> told = new HashSet<>();

  Demands(Report report, Collection<Workload> workloads) {
    this.report = report;
    this.workloads = workloads;
  }

  /// Reports every sentence that meets an earlier one in this way.
  ///
  /// @param grants in the order of the text
  void check(List<Grant> grants) {
    if (grants.stream().allMatch(g -> Guard.of(g.conversation()).isNone())) {
      return;
    }
    Meetings<Shape> meetings = new Meetings<>(workloads, effort, DIFFERENT);
    for (int i = 0; i < grants.size(); i++) {
      meetings.put(grants.get(i), i, Shape.of(grants.get(i).conversation()));
    }
    meetings.each((here, others) -> others.forEach(there -> meet(here, there)));
    // Where some were told, the others are told once those are mended.
    if (effort.isSpent() && told.isEmpty()) {
      grants.stream()
          .filter(grant -> !Guard.of(grant.conversation()).isNone())
          .findFirst()
          .ifPresent(grant -> report.add(Effort.tooMany(grant.origin().sentence())));
    }
  }

  // Whatever has one before it has the first one before it.
  private void meet(List<Box.Placed> here, List<Box.Placed> there) {
    here.forEach(placed -> tell(placed, there.getFirst()));
    there.forEach(placed -> tell(here.getFirst(), placed));
  }

  private void tell(Box.Placed a, Box.Placed b) {
    Grant first = (a.at() < b.at() ? a : b).grant();
    Grant second = (a.at() < b.at() ? b : a).grant();
    Guard guard = Guard.of(second.conversation());
    if (told.add(second.origin().sentence())) {
      report.add(
          Code.PC0316
              .at(
                  second.origin().sentence(),
                  "this grant and another one for the same sender, receiver and port differ in "
                      + guard.differsFrom(Guard.of(first.conversation())))
              .withRelated(first.origin().sentence(), "the other one")
              .withHelp("ask for the same in both: Cilium would demand it of both"));
    }
  }
}
