package io.policyc.tests.naive;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.tests.naive.Names.Thing;
import java.util.List;
import java.util.function.Function;

/// Says of a conversation whether an input permits it, sentence by sentence.
///
/// An input that does not compile has no meaning: asking about one may throw.
public final class NaiveEvaluator {
  private final Input input;
  private final Names names;
  private final Parties parties;
  private final Ports ports;
  private final Actions actions;
  private final Lookups lookups;

  /// An evaluator of an input in a cluster with settings.
  public NaiveEvaluator(Input input, Settings settings) {
    this.input = input;
    names = new Names(input);
    parties = new Parties(names);
    ports = new Ports(names, settings);
    actions = new Actions(names, ports);
    lookups = new Lookups(actions, settings.cilium());
  }

  /// Whether a conversation is in the set: both ends must permit it.
  public Answer permits(Conversation asked) {
    return senderPermits(asked).and(receiverPermits(asked));
  }

  /// Whether the sender may send it.
  public Answer senderPermits(Conversation asked) {
    if (!(asked.sender() instanceof Actor.Pod pod)) {
      return Answer.PERMITTED;
    }
    Answer open = Answer.of(!isSenderClosed(pod) || isLookup(asked));
    return isDenied(asked).not().and(open.or(isGranted(asked)));
  }

  /// Whether the receiver may receive it.
  public Answer receiverPermits(Conversation asked) {
    if (!(asked.receiver() instanceof Actor.Pod pod)
        || Conversation.isOwnNode(asked.sender(), pod)) {
      return Answer.PERMITTED;
    }
    boolean isServer = isLookup(asked) && lookups.isNamed(pod);
    Answer open = Answer.of(!isReceiverClosed(pod) || isServer);
    return isDenied(asked).not().and(open.or(isGranted(asked)));
  }

  /// Whether nothing may leave a pod but what is granted.
  public boolean isSenderClosed(Actor.Pod pod) {
    return isSaidClosed(pod)
        || isNamed(pod, said -> sends(said.sentence()) ? said.sentence().senders() : List.of());
  }

  /// Whether nothing may enter a pod but what is granted.
  public boolean isReceiverClosed(Actor.Pod pod) {
    return isSaidClosed(pod) || isNamed(pod, said -> Actions.receivers(said.sentence().action()));
  }

  /// Every sentence that grants something.
  public List<Said<Statement.Grant>> grants() {
    return List.copyOf(input.grants);
  }

  /// Every sentence that denies something.
  public List<Said<Statement.Deny>> denials() {
    return List.copyOf(input.denials);
  }

  /// Every declared workload.
  public List<Said<Statement.Workload>> workloads() {
    return List.copyOf(input.workloads);
  }

  /// Every declared external.
  public List<Said<Statement.External>> externals() {
    return List.copyOf(input.externals);
  }

  /// Whether a party of a sentence means an actor, as seen from the other end.
  public boolean means(Party party, Said<?> said, Actor actor, Actor other) {
    return parties.means(party, said, actor, other) == Answer.PERMITTED;
  }

  // `may use` speaks of what a module imports, not of what is sent.
  private static boolean sends(Statement.Grant grant) {
    return !(grant.action() instanceof Action.Use);
  }

  private boolean isNamed(Actor.Pod pod, Function<Said<Statement.Grant>, List<Party>> whom) {
    return input.grants.stream()
        .anyMatch(said -> whom.apply(said).stream().anyMatch(party -> names(party, said, pod)));
  }

  // Whether a party names a workload of this input's own that the pod is one of.
  private boolean names(Party party, Said<?> said, Actor.Pod pod) {
    return party instanceof Party.Named named
        && names.find(named, said.namespace()) instanceof Thing.Workload workload
        && !workload.foreign()
        && Parties.isOf(pod, workload);
  }

  private boolean isSaidClosed(Actor.Pod pod) {
    return input.closedNamespaces.stream()
            .anyMatch(said -> said.sentence().namespace().text().equals(pod.namespace()))
        || input.closed.stream()
            .anyMatch(
                said ->
                    said.sentence().subjects().stream()
                        .anyMatch(party -> names(party, said, pod) || holds(party, said, pod)));
  }

  private static boolean holds(Party party, Said<?> said, Actor.Pod pod) {
    return party instanceof Party.Pods group && Parties.group(group, said, pod);
  }

  private Answer isGranted(Conversation asked) {
    return Answer.any(input.grants, said -> covers(said, asked));
  }

  private Answer covers(Said<Statement.Grant> said, Conversation asked) {
    Action action = said.sentence().action();
    Answer receiver =
        Answer.any(
            Actions.receivers(action),
            party ->
                meansReceiver(party, said, asked)
                    .and(Answer.of(actions.permit(action, party, said, asked))));
    return meansSender(said.sentence().senders(), said, asked).and(receiver);
  }

  private boolean isLookup(Conversation asked) {
    return asked.sender() instanceof Actor.Pod pod
        && isSenderClosed(pod)
        && lookups.permit(grantsFrom(asked), asked);
  }

  private List<Said<Statement.Grant>> grantsFrom(Conversation asked) {
    return input.grants.stream()
        .filter(said -> sends(said.sentence()))
        .filter(said -> meansSender(said.sentence().senders(), said, asked) == Answer.PERMITTED)
        .toList();
  }

  private Answer isDenied(Conversation asked) {
    return Answer.any(input.denials, said -> denies(said, asked));
  }

  private Answer denies(Said<Statement.Deny> said, Conversation asked) {
    Statement.Deny deny = said.sentence();
    Answer receiver =
        Answer.any(
            deny.receivers(),
            party ->
                meansReceiver(party, said, asked)
                    .and(
                        Answer.of(
                            ports.denied(
                                deny.ports(), party, said, asked.receiver(), asked.what()))));
    return meansSender(deny.senders(), said, asked).and(receiver);
  }

  private Answer meansSender(List<Party> senders, Said<?> said, Conversation asked) {
    return Answer.any(
        senders, party -> parties.means(party, said, asked.sender(), asked.receiver()));
  }

  private Answer meansReceiver(Party party, Said<?> said, Conversation asked) {
    return parties.means(party, said, asked.receiver(), asked.sender());
  }
}
