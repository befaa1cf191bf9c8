package io.policyc.compiler.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// [Openings] change no conversation that is permitted, and leave no pair of ends and port between
/// which one grant permits requests and another one anything, unless they say so.
final class OpeningsTest {
  private static final String NAMES =
      """
      namespace a
      workload w0 { app: w0; port p 80; port q 81-90 }
      workload w1 { app: w1; port p 80; port q 81-90 }
      workload w2 { app in (w0, w2); port p 80; port q 81-90 }
      workload w3 { track: canary; port p 80; port q 81-90 }
      workload w4 { app: w1; track not in (canary); port p 80; port q 81-90 }
      workload w5 in b { app: w0; port p 80; port q 81-90 }
      external e0 { cidr 192.0.2.0/24; port 80-90 }
      external e1 { cidr 192.0.2.0/25; port 80-90 }
      """;
  private static final List<String> PODS =
      List.of(
          "w0",
          "w1",
          "w2",
          "w3",
          "w4",
          "w5",
          "every pod",
          "every pod { app: w1 }",
          "every pod { track absent }",
          "every pod in b",
          "every pod in every namespace",
          "every pod { track: canary } in every namespace",
          "every pod in namespaces { team: x }",
          "anyone",
          "anyone outside a",
          "anyone but w0, w3",
          "cluster");
  private static final List<String> OTHERS = List.of("world", "e0", "e1", "remote-node", "host");
  private static final List<String> PORTS =
      List.of("port 80", "port 80-82", "port 82-85, 88", "port 80-90, 82-84");

  /// Somebody who takes part: a pod with its labels, or a name for anything else.
  private record Actor(String namespace, Map<String, String> labels, String other) {}

  private static final List<Actor> ACTORS = actors();

  private static List<Actor> actors() {
    List<Actor> actors = new ArrayList<>();
    for (String namespace : List.of("a", "b")) {
      for (String app : List.of("w0", "w1", "w2", "none")) {
        for (String track : List.of("canary", "stable", "none")) {
          Map<String, String> labels =
              Map.of("app", app, "track", track).entrySet().stream()
                  .filter(label -> !label.getValue().equals("none"))
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
          actors.add(new Actor(namespace, labels, ""));
        }
      }
    }
    for (String other : List.of("e1", "e0", "world", "remote-node")) {
      actors.add(new Actor("", Map.of(), other));
    }
    return actors;
  }

  @Test
  void changeNoConversation() {
    Random random = new Random(3);
    int kept = 0;
    int changed = 0;
    for (int i = 0; i < 150; i++) {
      List<String> sentences = sentences(random);
      Checked<Model> whole = Case.of("m.policy", NAMES + String.join("", sentences)).resolve();
      List<Grant> before = new ArrayList<>();
      for (String sentence : sentences) {
        before.addAll(Case.of("m.policy", NAMES + sentence).resolve().value().grants());
      }
      List<Grant> after = whole.value().grants();
      Predicate<Finding> mixed = f -> f.rule().equals("PC0335") || f.rule().equals("PC0336");
      boolean told = whole.findings().stream().anyMatch(mixed);
      kept += told ? 0 : 1;
      changed += after.stream().anyMatch(OpeningsTest::leavesOut) ? 1 : 0;
      compare(before, after, told, sentences.toString());
    }
    assertTrue(kept > 100 && kept < 145 && changed > 50, kept + " kept, " + changed + " changed");
  }

  private static boolean leavesOut(Grant grant) {
    return !grant.butSenders().isEmpty() || !grant.butReceivers().isEmpty();
  }

  private static void compare(List<Grant> before, List<Grant> after, boolean told, String text) {
    for (Actor sender : ACTORS) {
      for (Actor receiver : ACTORS) {
        for (int port : List.of(80, 82, 84, 88, 90)) {
          boolean open = opens(before, sender, receiver, port);
          String at = text + sender + " -> " + receiver + " " + port;
          assertEquals(open, opens(after, sender, receiver, port), at);
          Set<String> paths = requests(after, sender, receiver, port);
          if (!open) {
            assertEquals(requests(before, sender, receiver, port), paths, at);
          } else if (!told) {
            assertEquals(Set.of(), paths, at);
          }
        }
      }
    }
  }

  private static boolean opens(List<Grant> grants, Actor sender, Actor receiver, int port) {
    return grants.stream()
        .filter(grant -> !(grant.conversation() instanceof Conversation.Http))
        .anyMatch(grant -> covers(grant, sender, receiver, port));
  }

  private static Set<String> requests(List<Grant> grants, Actor sender, Actor receiver, int port) {
    Set<String> paths = new TreeSet<>();
    for (Grant grant : grants) {
      if (grant.conversation() instanceof Conversation.Http http
          && covers(grant, sender, receiver, port)) {
        paths.add(http.paths().toString());
      }
    }
    return paths;
  }

  private static boolean covers(Grant grant, Actor sender, Actor receiver, int port) {
    List<PortRange> ports = Guard.ports(grant.conversation());
    return (ports.isEmpty() || ports.stream().anyMatch(r -> r.first() <= port && port <= r.last()))
        && isOf(grant.sender(), sender)
        && isOf(grant.receiver(), receiver)
        && grant.butSenders().stream().noneMatch(pods -> isOf(pods, sender))
        && grant.butReceivers().stream().noneMatch(pods -> isOf(pods, receiver));
  }

  private static boolean isOf(Peer peer, Actor actor) {
    boolean pod = actor.other().isEmpty();
    return switch (peer) {
      case Peer.Pods pods -> pod && isIn(pods.scope(), actor) && carries(pods, actor);
      case Peer.Outside(var external) ->
          actor.other().equals(external.name())
              || (external.name().equals("e0") && actor.other().equals("e1"));
      case Peer.Of(var entity) ->
          switch (entity) {
            case WORLD -> Set.of("world", "e0", "e1").contains(actor.other());
            case CLUSTER -> pod || actor.other().equals("remote-node");
            case REMOTE_NODE -> actor.other().equals("remote-node");
            case HOST, KUBE_APISERVER, INGRESS -> false;
          };
      case Peer.Anyone(var outside, var but) ->
          !pod
              || (outside.stream().noneMatch(actor.namespace()::equals)
                  && but.stream().noneMatch(w -> isOf(pods(w), actor)));
    };
  }

  private static Peer pods(Workload workload) {
    return new Peer.Pods(
        new NamespaceScope.One(workload.namespace()),
        workload.selection(),
        Optional.of(workload),
        true);
  }

  // Namespace `a` carries `team: x`.
  private static boolean isIn(NamespaceScope scope, Actor actor) {
    return switch (scope) {
      case NamespaceScope.One(var namespace) -> namespace.equals(actor.namespace());
      case NamespaceScope.All() -> true;
      case NamespaceScope.Labelled _ -> actor.namespace().equals("a");
    };
  }

  private static boolean carries(Peer.Pods pods, Actor actor) {
    for (LabelRequirement label : pods.selection().labels()) {
      String value = actor.labels().getOrDefault(label.key(), "");
      boolean holds =
          switch (label.operator()) {
            case IN -> label.values().contains(value);
            case NOT_IN -> !label.values().contains(value);
            case EXISTS -> !value.isEmpty();
            case ABSENT -> value.isEmpty();
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static List<String> sentences(Random random) {
    List<String> sentences = new ArrayList<>();
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      boolean out = random.nextInt(5) == 0;
      String sender = any(out ? OTHERS : PODS, random);
      String receiver = any(PODS, random);
      boolean back = random.nextInt(4) == 0 && !sender.equals("host");
      String action = random.nextBoolean() ? "GET /p" + i + " on " : "connect to ";
      sentences.add(
          (back ? receiver : sender)
              + " may "
              + action
              + (back ? sender : receiver)
              + " "
              + any(PORTS, random)
              + "\n");
    }
    sentences.removeIf(s -> Case.of("m.policy", NAMES + s).resolve().hasErrors());
    return sentences;
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }

  @Test
  void areRefusedWhereComparingThemWouldTakeTooLong() {
    StringBuilder text = new StringBuilder("namespace a\nworkload w { app: w; port p 80 }\n");
    for (int i = 0; i < 4_800; i++) {
      String action = i % 2 == 0 ? "GET /x on" : "connect to";
      text.append("every pod { g: v%d } may %s w\n".formatted(i, action));
    }
    List<Finding> findings = Case.of("m.policy", text.toString()).resolve().findings();
    assertEquals(List.of("PC0331"), findings.stream().map(Finding::rule).toList());
  }

  @Test
  void leaveOutThousandsOfPods() {
    StringBuilder text = new StringBuilder("namespace a\nworkload w { app: w; port p 80 }\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("workload x%d { app: x%d }\nx%d may connect to w\n".formatted(i, i, i));
    }
    text.append("every pod may GET /x on w\n");
    Checked<Model> resolved = Case.of("m.policy", text.toString()).resolve();
    assertFalse(
        resolved.findings().stream().anyMatch(f -> f.level() == Level.ERROR),
        resolved.findings()::toString);
    List<Integer> left =
        resolved.value().grants().stream()
            .map(grant -> grant.butSenders().size())
            .filter(size -> size > 0)
            .toList();
    assertEquals(List.of(3_000), left);
  }
}
