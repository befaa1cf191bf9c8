package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.emit.Sentences;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Denial;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Lookup;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.List;

/// Decides for each sentence at which ends it is written, and how.
///
/// A conversation is permitted when both of its ends permit it, so what a rule cannot say at one
/// end must be said at the other. The guard (HTTP, a TLS server name, mutual authentication) stands
/// at the receiver where all of its pods are surely closed by this input; the sender then only
/// opens the port. Otherwise it stands at the sender, and also at those pods of the receiver that
/// are closed: somebody whom nothing closes may send to them.
final class Planner {
  /// More rules than these for groups are refused.
  static final int MOST_GROUP_RULES = 200_000;

  private final Model model;
  private final Settings.Cilium settings;
  private final Report report;
  private final Territory territory;
  private final Groups groups;
  private final Sentences sentences;
  private final Passes passes;
  private final NamedPeers named = new NamedPeers();
  private final Plan plan = new Plan();
  private int groupRules;
  private final DnsPlanner dns;

  Planner(
      Model model,
      Settings settings,
      Territory territory,
      Sentences sentences,
      Expressions expressions,
      Report report) {
    this.passes = new Passes(new Requests(expressions, report));
    this.model = model;
    this.settings = settings.cilium();
    this.report = report;
    this.territory = territory;
    this.groups = new Groups(territory);
    this.sentences = sentences;
    this.dns = new DnsPlanner(this.settings, groups, plan, report);
  }

  Plan plan() {
    territory.namespaces().forEach(this::close);
    model.grants().forEach(this::grant);
    model.lookups().forEach(this::lookup);
    dns.finish();
    model.denials().forEach(this::exceptions);
    DenyPlanner denials = new DenyPlanner(territory, groups, sentences, plan, report);
    model.denials().forEach(denials::deny);
    // What is refused is not laid out: that would take longer than everything else.
    return groupRules > MOST_GROUP_RULES ? new Plan() : plan;
  }

  private void exceptions(Denial denial) {
    exceptions(denial.sender(), denial.origin());
    exceptions(denial.receiver(), denial.origin());
  }

  private void exceptions(Peer peer, Origin origin) {
    if (peer instanceof Peer.Anyone anyone && Complement.isTooMany(anyone.but())) {
      report.add(
          Code.PC0410
              .at(
                  origin.sentence(),
                  "the pods that these workloads leave over would take more than "
                      + Complement.MOST
                      + " selectors to write down")
              .withHelp("name fewer workloads after `but`, or workloads with fewer conditions"));
    }
  }

  private void close(String namespace) {
    for (Direction direction : Direction.values()) {
      if (territory.isClosed(namespace)) {
        plan.side(
            new Piece(namespace, Selection.ALL, List.of()).subject(Subject.Effect.CLOSES),
            direction);
      }
      for (Workload workload : territory.closed(namespace, direction)) {
        plan.side(named.subject(workload), direction);
      }
    }
  }

  private void grant(Grant grant) {
    if (groupRules > MOST_GROUP_RULES) {
      return;
    }
    exceptions(grant.sender(), grant.origin());
    exceptions(grant.receiver(), grant.origin());
    Half half = half(grant);
    write(half, Direction.INGRESS, grant.receiver(), grant.sender(), half.atReceiver());
    write(half, Direction.EGRESS, grant.sender(), grant.receiver(), half.atSender());
    Pass sent = half.atSender() || half.again() ? half.guard() : half.open();
    dns.send(senders(grant.sender()), grant.receiver(), sent, half.sentence());
  }

  /// @param guarded whether the conversation asks for more than an open port
  /// @param atReceiver whether the receiver guards it
  /// @param atSender whether the sender guards it
  /// @param again whether a sender that need not guard it does so where it can
  private record Half(
      Sentence sentence,
      Pass guard,
      Pass open,
      boolean guarded,
      boolean atReceiver,
      boolean atSender,
      boolean again) {}

  private Half half(Grant grant) {
    boolean guarded = Passes.isGuarded(grant.conversation());
    Cover cover = guarded ? cover(grant.receiver()) : Cover.NONE;
    boolean both =
        settings.httpRules() == Settings.HttpRules.BOTH
            && grant.conversation() instanceof Conversation.Http;
    Sentence sentence = sentences.of(grant.origin());
    return new Half(
        sentence,
        passes.guard(grant.conversation(), sentence),
        Passes.open(grant.conversation()),
        guarded,
        guarded && cover != Cover.NONE,
        guarded && cover != Cover.ALL,
        guarded && both);
  }

  /// How many of a receiver's pods can guard what they receive.
  private enum Cover {
    ALL,
    SOME,
    NONE
  }

  private Cover cover(Peer receiver) {
    if (receiver instanceof Peer.Pods pods && territory.isNamedOwn(pods)) {
      return Cover.ALL;
    }
    List<Piece> pieces = groups.pieces(receiver);
    boolean oneNamespace =
        receiver instanceof Peer.Pods pods && pods.scope() instanceof NamespaceScope.One;
    if (oneNamespace && pieces.stream().allMatch(p -> groups.isClosed(p, Direction.INGRESS))) {
      return pieces.isEmpty() ? Cover.NONE : Cover.ALL;
    }
    boolean some = pieces.stream().anyMatch(p -> !groups.closed(p, Direction.INGRESS).isEmpty());
    return some ? Cover.SOME : Cover.NONE;
  }

  /// Writes the half of a grant that is about `end`.
  private void write(Half half, Direction direction, Peer end, Peer other, boolean guards) {
    if (end instanceof Peer.Pods pods && territory.isNamedOwn(pods)) {
      Subject subject = named.subject(pods.workload().orElseThrow());
      boolean also = guards || (half.again() && direction == Direction.EGRESS);
      add(half, subject, direction, other, also ? half.guard() : half.open());
      return;
    }
    List<Piece> pieces = groups.pieces(end);
    if (guards) {
      pieces.forEach(piece -> guard(half, direction, piece, other));
    } else if (!half.guarded() || direction == Direction.EGRESS) {
      pieces.forEach(piece -> open(half, direction, piece, other));
    }
    if (half.guarded() && (guards || direction == Direction.INGRESS)) {
      tellOpen(half, pieces.stream().filter(p -> !groups.isClosed(p, direction)).toList());
    }
  }

  private void guard(Half half, Direction direction, Piece piece, Peer other) {
    for (Subject closed : groups.closed(piece, direction)) {
      addToGroup(half, closed, direction, other, half.guard());
    }
  }

  private void open(Half half, Direction direction, Piece piece, Peer other) {
    boolean closed = groups.isClosed(piece, direction);
    Subject subject = piece.subject(closed ? Subject.Effect.CLOSES : Subject.Effect.OPENS);
    Pass pass = closed && half.again() ? half.guard() : half.open();
    addToGroup(half, subject, direction, other, pass);
  }

  // A sentence about a group is written for each namespace or closed workload in it: a short input
  // of many groups would make more rules than any cluster holds.
  private void addToGroup(Half half, Subject subject, Direction direction, Peer other, Pass pass) {
    groupRules++;
    if (groupRules <= MOST_GROUP_RULES) {
      add(half, subject, direction, other, pass);
    } else if (groupRules == MOST_GROUP_RULES + 1) {
      report.add(
          Code.PC0411
              .at(
                  half.sentence().span(),
                  "groups take more than " + MOST_GROUP_RULES + " rules to write down")
              .withHelp("speak of fewer groups, or of groups in one namespace"));
    }
  }

  private void add(Half half, Subject subject, Direction direction, Peer other, Pass pass) {
    Side side = plan.side(subject, direction);
    Causes causes = Causes.of(half.sentence());
    for (Field field : named.fields(other, subject.namespace())) {
      side.add(field, pass, causes);
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

  /// The closed pods among those that send.
  private List<DnsPlanner.Sender> senders(Peer sender) {
    if (sender instanceof Peer.Pods pods && territory.isNamedOwn(pods)) {
      return List.of(DnsPlanner.Sender.of(named.subject(pods.workload().orElseThrow())));
    }
    return groups.pieces(sender).stream().flatMap(piece -> groups.senders(piece).stream()).toList();
  }

  private void lookup(Lookup lookup) {
    dns.resolve(senders(lookup.sender()), lookup.names(), sentences.of(lookup.origin()));
  }
}
