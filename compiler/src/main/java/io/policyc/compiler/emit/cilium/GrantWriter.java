package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.model.Peer;
import java.util.List;

/// Writes the halves of grants about each of their ends.
final class GrantWriter {
  /// More rules than these for groups are refused.
  static final int MOST_GROUP_RULES = 200_000;

  /// More lines of ports and requests than these are refused: 100 MB of text.
  static final int MOST_LINES = 2_000_000;

  private static final String NOT_ALL =
      "Without pods for which another sentence grants anything here: Cilium would let only HTTP"
          + " pass.";

  private final Territory territory;
  private final Groups groups;
  private final NamedPeers named;
  private final Plan plan;
  private final Report report;
  private int groupRules;
  private long lines;

  GrantWriter(Territory territory, Groups groups, NamedPeers named, Plan plan, Report report) {
    this.territory = territory;
    this.groups = groups;
    this.named = named;
    this.plan = plan;
    this.report = report;
  }

  /// Whether more was asked for than is written, which was reported.
  boolean isFull() {
    return groupRules > MOST_GROUP_RULES || lines > MOST_LINES;
  }

  /// Writes the half of a grant that is about `end`.
  void write(Half half, Direction direction, PeerSet end, PeerSet other) {
    boolean exact = half.mayGuard(direction);
    PeerSet here = exact ? end : end.whole();
    PeerSet there = exact ? other : other.whole();
    if (here.but().isEmpty() && here.of() instanceof Peer.Pods pods && territory.isNamedOwn(pods)) {
      Subject subject = named.subject(pods.workload().orElseThrow());
      add(half, subject, direction, there, exact);
    } else {
      group(half, direction, here, there);
    }
  }

  private void group(Half half, Direction direction, PeerSet end, PeerSet other) {
    List<Piece> pieces = groups.pieces(end);
    boolean guards = half.guards(direction);
    if (guards) {
      pieces.forEach(piece -> guard(half, direction, piece, other));
    } else if (!half.guarded() || direction == Direction.EGRESS) {
      pieces.forEach(piece -> open(half, direction, piece, other));
    }
    if (half.guarded() && (guards || direction == Direction.INGRESS)) {
      tellOpen(half, pieces.stream().filter(p -> !groups.isClosed(p, direction)).toList());
    }
  }

  private void guard(Half half, Direction direction, Piece piece, PeerSet other) {
    for (Subject closed : groups.closed(piece, direction)) {
      addToGroup(half, closed, direction, other, true);
    }
  }

  private void open(Half half, Direction direction, Piece piece, PeerSet other) {
    boolean closed = groups.isClosed(piece, direction);
    Subject subject = piece.subject(closed ? Subject.Effect.CLOSES : Subject.Effect.OPENS);
    addToGroup(half, subject, direction, other, closed && half.again());
  }

  // A sentence about a group is written for each namespace or closed workload in it: a short input
  // of many groups would make more rules than any cluster holds.
  private void addToGroup(
      Half half, Subject subject, Direction direction, PeerSet other, boolean guard) {
    groupRules++;
    if (groupRules <= MOST_GROUP_RULES) {
      add(half, subject, direction, other, guard);
    } else if (groupRules == MOST_GROUP_RULES + 1) {
      report.add(
          Code.PC0411
              .at(
                  half.sentence().span(),
                  "groups take more than " + MOST_GROUP_RULES + " rules to write down")
              .withHelp("speak of fewer groups, or of groups in one namespace"));
    }
  }

  private void add(Half half, Subject subject, Direction direction, PeerSet other, boolean guard) {
    Side side = plan.side(subject, direction);
    Causes causes = Causes.of(half.sentence());
    if (guard && !other.but().isEmpty()) {
      causes.addAll(Causes.because(NOT_ALL));
      tellMesh(half, other);
    }
    boolean node = guard && half.guarded() && direction == Direction.INGRESS;
    Pass pass = guard ? half.guard() : half.open();
    for (Field field : named.fields(other, subject.namespace(), node)) {
      count(pass, half);
      if (!isFull()) {
        side.add(field, pass, causes);
      }
    }
  }

  // A list of thousands of ports, or of paths on many ports, is written once for each pair of ends.
  private void count(Pass pass, Half half) {
    boolean fits = lines <= MOST_LINES;
    lines += Ports.lines(pass);
    if (fits && lines > MOST_LINES) {
      report.add(
          Code.PC0413
              .at(
                  half.sentence().span(),
                  "ports and requests take more than " + MOST_LINES + " lines to write down")
              .withHelp("write ranges in place of long lists, or name a group of peers"));
    }
  }

  // Grants mean pods of this cluster, whose name only the agent knows: a rule that leaves them out
  // leaves out those of every cluster.
  private void tellMesh(Half half, PeerSet other) {
    if (other.of() instanceof Peer.Anyone) {
      report.add(
          Code.PC0412
              .at(
                  half.sentence().span(),
                  "pods of other clusters get none of these requests where they have the namespace"
                      + " and labels of pods of this one to which more is granted")
              .withHelp("keep the sentence if this cluster is in no mesh"));
    }
  }

  private void tellOpen(Half half, List<Piece> open) {
    List<String> namespaces = open.stream().map(Piece::namespace).distinct().toList();
    if (namespaces.isEmpty()) {
      return;
    }
    String first = "`" + namespaces.getFirst() + "`";
    String more = namespaces.size() == 1 ? "" : " and " + (namespaces.size() - 1) + " more";
    report.add(
        Code.PC0407
            .at(
                half.sentence().span(),
                "pods that nothing closes, in namespace "
                    + first
                    + more
                    + ", get no rule from this sentence: with default deny off Cilium would let"
                    + " everything pass")
            .withHelp(
                "close them with `namespace "
                    + namespaces.getFirst()
                    + " is closed`, or name their workloads"));
  }
}
