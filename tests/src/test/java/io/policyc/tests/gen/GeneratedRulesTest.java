package io.policyc.tests.gen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.emit.falco.FalcoBackend;
import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.FalcoRulesReader;
import io.policyc.compiler.falco.evaluate.Evaluator;
import io.policyc.compiler.falco.evaluate.FalcoEvent;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.resolve.Resolver;
import io.policyc.compiler.resolve.Unit;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import io.policyc.tests.naive.Actor;
import io.policyc.tests.naive.Answer;
import io.policyc.tests.naive.Conversation;
import io.policyc.tests.naive.Input;
import io.policyc.tests.naive.NaiveEvaluator;
import io.policyc.tests.naive.Notation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds of Falco's rules, whatever the input: Falco would load them without a word, and no
/// connection that the sentences grant sets one off.
///
/// `-Drules.inputs` says how many inputs are made up, else it is many more where `CI` is true.
class GeneratedRulesTest {
  private static final long SEED = 4_712;
  private static final int INPUTS =
      Integer.getInteger("rules.inputs", "true".equals(System.getenv("CI")) ? 10_000 : 1_000);
  private static final int QUESTIONS = 20;

  /// A port that no generated sentence names.
  private static final int STRANGE = 4;

  private int rules;
  private int silent;
  private int strange;
  private int fired;

  @Test
  void falcoWouldLoadThemAndGrantsSetNoneOff() {
    long seed = Dice.seed(SEED);
    for (int i = 0; i < INPUTS; i++) {
      check(GenAlert.in(Compiled.of(GenInput.of(seed + i)).input()));
    }
    System.out.printf(
        "%d inputs, %d rules, %d granted connections silent, %d of %d strange ones fired%n",
        INPUTS, rules, silent, fired, strange);
    assertTrue(rules > INPUTS, "only " + rules + " rules");
    assertTrue(silent > INPUTS, "only " + silent + " granted connections");
    assertTrue(fired * 5 > strange && strange > INPUTS, fired + " of " + strange);
  }

  private void check(Generated input) {
    Settings settings = input.settings();
    List<Input.Part> parts =
        Stream.of(false, true)
            .map(
                foreign ->
                    new Input.Part(
                        PolicyParser.parse(new Source("gen.policy", input.text(foreign))).value(),
                        foreign))
            .toList();
    List<Unit> units = parts.stream().map(p -> new Unit(p.file(), p.foreign())).toList();
    Checked<Model> model = Resolver.resolve(units, settings, LocalDate.of(2026, 8, 1));
    // Two alerts that contradict each other, by chance.
    if (model.hasErrors()) {
      return;
    }
    FalcoBackend backend = new FalcoBackend();
    Checked<List<Document>> emitted = backend.emit(model.value(), settings);
    assertEquals(false, emitted.hasErrors(), () -> emitted.findings() + input.text());
    assertEquals(List.of(), backend.verify(model.value(), settings, emitted.value()), input::text);
    if (!emitted.value().isEmpty()) {
      ask(input, parts, emitted.value().getFirst());
    }
  }

  private void ask(Generated input, List<Input.Part> parts, Document document) {
    FalcoRules file =
        FalcoRulesReader.read(new Source(document.path(), document.text())).orElseThrow();
    rules += file.rules().size();
    List<FalcoRule> elsewhere =
        file.rules().stream().filter(r -> r.name().endsWith(" connects elsewhere")).toList();
    List<Evaluator> prepared =
        elsewhere.stream().map(rule -> (Evaluator) Evaluator.of(rule, file)).toList();
    NaiveEvaluator naive = new NaiveEvaluator(new Input(parts), input.settings());
    GenConversation questions =
        new GenConversation(input.seed() * 31 + 8, naive, input.settings(), GenWorld.of(input));
    for (int i = 0; i < QUESTIONS && !elsewhere.isEmpty(); i++) {
      Conversation asked = questions.next().conversation();
      boolean granted = naive.senderPermits(asked) == Answer.PERMITTED;
      if (asked.sender() instanceof Actor.Pod pod
          && naive.isSenderClosed(pod)
          && asked.what().carrier().isPresent()
          && granted) {
        List<FalcoRule> set = fired(elsewhere, prepared, events(pod, asked));
        List<String> names = set.stream().map(FalcoRule::name).toList();
        assertEquals(List.of(), names, () -> Notation.print(asked) + "\n" + input.text());
        silent++;
      }
      if (asked.sender() instanceof Actor.Pod pod && naive.isSenderClosed(pod)) {
        FalcoEvent event = event(pod, "198.51.100.77", STRANGE, "tcp");
        fired += prepared.stream().anyMatch(one -> one.matches(event)) ? 1 : 0;
        strange++;
      }
    }
  }

  // Rules that every one of the events sets off: an address has several names, and one is enough.
  private static List<FalcoRule> fired(
      List<FalcoRule> rules, List<Evaluator> prepared, List<FalcoEvent> events) {
    List<FalcoRule> fired = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Evaluator rule = prepared.get(i);
      if (events.stream().allMatch(rule::matches)) {
        fired.add(rules.get(i));
      }
    }
    return fired;
  }

  private static List<FalcoEvent> events(Actor.Pod pod, Conversation asked) {
    int port = asked.what().number();
    String protocol = asked.what().carrier().orElseThrow() == Protocol.UDP ? "udp" : "tcp";
    FalcoEvent event = event(pod, address(asked.receiver()), port, protocol);
    List<String> names =
        asked.receiver() instanceof Actor.Address a ? a.names().orElse(List.of()) : List.of();
    return names.isEmpty()
        ? List.of(event)
        : names.stream().map(name -> event.with("fd.sip.name", name)).toList();
  }

  private static String address(Actor actor) {
    return actor instanceof Actor.Address address ? address.ip() : "10.244.7.7";
  }

  private static FalcoEvent event(Actor.Pod pod, String ip, int port, String protocol) {
    boolean v6 = ip.indexOf(':') >= 0;
    boolean datagram = protocol.equals("udp") && port % 2 == 0;
    FalcoEvent event =
        FalcoEvent.of(datagram ? "sendto" : "connect")
            .with("evt.rawres", 0)
            .with("evt.res", "SUCCESS")
            .with("fd.typechar", v6 ? "6" : "4")
            .with("fd.l4proto", protocol)
            .with("fd.name_changed", true)
            .with("fd.sip", ip)
            .with("fd.sport", port)
            .with("fd.cip", v6 ? "fd00::1" : "10.244.1.5")
            .with("fd.cport", 40_000)
            .with("k8s.ns.name", pod.namespace());
    for (var label : pod.labels().entrySet()) {
      event = event.with("k8s.pod.label[" + label.getKey() + "]", label.getValue());
    }
    return event;
  }
}
