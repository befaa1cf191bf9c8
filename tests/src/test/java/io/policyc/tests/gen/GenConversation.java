package io.policyc.tests.gen;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.tests.naive.Actor;
import io.policyc.tests.naive.Answer;
import io.policyc.tests.naive.Conversation;
import io.policyc.tests.naive.NaiveEvaluator;
import io.policyc.tests.naive.Said;
import io.policyc.tests.naive.What;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Makes up conversations near the sentences of an input, about as many permitted as refused.
public final class GenConversation {
  private static final int TRIES = 14;

  private final Dice dice;
  private final NaiveEvaluator naive;
  private final List<Actor> world;
  private final List<Actor> pods;
  private final GenWhat whats;
  private final GenPortNear ports;
  private final GenName names;
  private final List<String> externals;

  /// @param world who may take part
  public GenConversation(long seed, NaiveEvaluator naive, Settings settings, List<Actor> world) {
    dice = new Dice(seed);
    this.naive = naive;
    this.world = world;
    pods = world.stream().filter(Actor.Pod.class::isInstance).toList();
    whats = new GenWhat(dice, naive);
    ports = new GenPortNear(dice, naive);
    names = new GenName(dice, settings.cilium(), world);
    externals = naive.externals().stream().map(said -> said.sentence().name().text()).toList();
  }

  /// A question with its answer.
  ///
  /// @param forms the forms that it tries
  public record Asked(Conversation conversation, Answer answer, Set<Form> forms) {}

  /// The next question, permitted or refused by the toss of a coin where the input lets it.
  public Asked next() {
    Supplier<Asked> near = source();
    Answer wanted = Answer.of(dice.chance(50));
    Asked asked = near.get();
    for (int i = 0; i < TRIES && asked.answer() != wanted; i++) {
      asked = near.get();
    }
    return asked;
  }

  private Supplier<Asked> source() {
    List<Said<Statement.Deny>> denials = naive.denials();
    if (!denials.isEmpty() && (naive.grants().isEmpty() || dice.chance(15))) {
      Said<Statement.Deny> said = dice.pick(denials);
      return () -> nearDeny(said);
    }
    if (naive.grants().isEmpty()) {
      return this::anything;
    }
    Said<Statement.Grant> said = dice.pick(naive.grants());
    return () -> nearGrant(said);
  }

  private Asked nearGrant(Said<Statement.Grant> said) {
    Action action = said.sentence().action();
    Party sender = dice.pick(said.sentence().senders());
    List<Party> receivers = receivers(action);
    if (receivers.isEmpty() || dice.chance(8)) {
      return lookup(said, sender);
    }
    Party receiver = dice.pick(receivers);
    Set<Form> forms = EnumSet.copyOf(Form.of(said.sentence()));
    forms.addAll(Form.of(sender, receiver, externals));
    if (isForeign(sender) || isForeign(receiver)) {
      forms.add(Form.FOREIGN);
    }
    What what = dice.chance(85) ? whats.near(action, receiver) : whats.besides(action, receiver);
    return asked(ends(sender, receiver, said), what, forms);
  }

  private boolean isForeign(Party party) {
    return party instanceof Party.Named named
        && naive.workloads().stream()
            .filter(said -> said.sentence().name().text().equals(named.name().text()))
            .anyMatch(Said::foreign);
  }

  private Asked nearDeny(Said<Statement.Deny> said) {
    Party sender = dice.pick(said.sentence().senders());
    Party receiver = dice.pick(said.sentence().receivers());
    GenPortNear.Port port = ports.near(said.sentence().ports(), receiver);
    What what =
        dice.chance(25)
            ? whats.other(port)
            : new What.Opaque(
                dice.chance(60) ? port.protocol() : dice.pick(List.of(Protocol.values())),
                port.number());
    return asked(ends(sender, receiver, said), what, EnumSet.of(Form.DENY));
  }

  private Asked lookup(Said<Statement.Grant> said, Party sender) {
    List<Actor> servers = names.servers();
    Actor server = dice.pick(servers);
    Actor from = end(sender, said, server);
    What what = names.query(server, whats.hosts(), resolved());
    return asked(new Ends(from, server), what, EnumSet.of(Form.LOOKUP));
  }

  private Asked anything() {
    return asked(
        strangers(),
        whats.other(new GenPortNear.Port(Protocol.TCP, 8080)),
        EnumSet.noneOf(Form.class));
  }

  private Asked asked(Ends ends, What what, Set<Form> forms) {
    boolean guarded = forms.contains(Form.MUTUAL_AUTH);
    Conversation conversation =
        new Conversation(ends.sender(), ends.receiver(), what, dice.chance(guarded ? 60 : 3));
    return new Asked(conversation, naive.permits(conversation), withEnds(forms, ends));
  }

  private static Set<Form> withEnds(Set<Form> forms, Ends ends) {
    Set<Form> all = EnumSet.noneOf(Form.class);
    all.addAll(forms);
    for (Actor end : List.of(ends.sender(), ends.receiver())) {
      if (end instanceof Actor.Nameless) {
        all.add(Form.NAMELESS_END);
      } else if (end instanceof Actor.FarPod) {
        all.add(Form.FAR_END);
      }
    }
    return all;
  }

  private record Ends(Actor sender, Actor receiver) {}

  // At least one end is a pod, and they are two.
  private Ends ends(Party sender, Party receiver, Said<?> said) {
    Actor to = end(receiver, said, dice.pick(pods));
    Actor from = end(sender, said, to);
    if (receiver instanceof Party.BuiltIn || dice.chance(20)) {
      to = end(receiver, said, from);
    }
    boolean useless = from.equals(to) || (!pods.contains(from) && !pods.contains(to));
    return useless ? strangers() : new Ends(from, to);
  }

  private Ends strangers() {
    Actor from = dice.pick(pods);
    Actor to = dice.pick(world);
    return from.equals(to) ? strangers() : new Ends(from, to);
  }

  private Actor end(Party party, Said<?> said, Actor other) {
    if (dice.chance(12)) {
      return dice.pick(world);
    }
    List<Actor> meant =
        world.stream().filter(actor -> naive.means(party, said, actor, other)).toList();
    return meant.isEmpty() ? dice.pick(world) : dice.pick(meant);
  }

  private List<String> resolved() {
    return naive.grants().stream()
        .map(said -> said.sentence().action())
        .filter(Action.Resolve.class::isInstance)
        .flatMap(action -> ((Action.Resolve) action).names().stream())
        .map(word -> word.text())
        .toList();
  }

  private static List<Party> receivers(Action action) {
    return switch (action) {
      case Action.Request a -> a.receivers();
      case Action.Call a -> a.receivers();
      case Action.Connect a -> a.receivers();
      case Action.Reach a -> a.receivers();
      case Action.Ping a -> a.receivers();
      case Action.Resolve _, Action.Use _ -> List.of();
    };
  }
}
