package io.policyc.compiler.emit.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is left of pods is compared with counting them, in a cluster that has one of each kind.
final class ComplementTest {
  private static final List<String> VALUES = List.of("-", "a", "b", "c");
  private static final List<String> ACCOUNTS = List.of("default", "robot");

  /// @param team the label of its namespace
  private record Pod(String namespace, String team, String app, String tier, String account) {
    Optional<String> label(String key) {
      String value =
          switch (key) {
            case "app" -> app;
            case "tier" -> tier;
            case "team" -> team;
            case Selectors.SERVICE_ACCOUNT -> account;
            default -> throw new IllegalArgumentException(key);
          };
      return Optional.of(value).filter(v -> !v.equals("-"));
    }
  }

  private static final List<Pod> PODS = pods();

  private static List<Pod> pods() {
    List<Pod> pods = new ArrayList<>();
    Map<String, String> teams = Map.of("x", "a", "y", "b", "z", "-");
    for (String namespace : List.of("x", "y", "z")) {
      for (String app : VALUES) {
        for (String tier : VALUES) {
          for (String account : ACCOUNTS) {
            pods.add(new Pod(namespace, teams.getOrDefault(namespace, "-"), app, tier, account));
          }
        }
      }
    }
    return pods;
  }

  private static boolean isIn(PodSet set, Pod pod) {
    return set.namespace().stream().allMatch(pod.namespace()::equals)
        && !set.outside().contains(pod.namespace())
        && set.namespaceLabels().stream().allMatch(label -> holds(label, pod))
        && set.selection().labels().stream().allMatch(label -> holds(label, pod))
        && set.selection().serviceAccounts().stream().allMatch(pod.account()::equals);
  }

  private static boolean holds(LabelRequirement label, Pod pod) {
    boolean among = pod.label(label.key()).map(label.values()::contains).orElse(false);
    return switch (label.operator()) {
      case IN -> among;
      case NOT_IN -> !among;
      case EXISTS -> pod.label(label.key()).isPresent();
      case ABSENT -> pod.label(label.key()).isEmpty();
    };
  }

  @Test
  void isWhatIsInNoneOfTheOthers() {
    Random random = new Random(5);
    int some = 0;
    for (int i = 0; i < 3_000; i++) {
      PodSet pods = set(random);
      List<PodSet> others = new ArrayList<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        others.add(set(random));
      }
      List<PodSet> rest = Complement.of(pods, others);
      List<Pod> expected =
          PODS.stream()
              .filter(pod -> isIn(pods, pod) && others.stream().noneMatch(o -> isIn(o, pod)))
              .toList();
      List<Pod> found =
          PODS.stream().filter(pod -> rest.stream().anyMatch(set -> isIn(set, pod))).toList();
      assertEquals(expected, found, () -> pods + " without " + others + " is " + rest);
      some += expected.isEmpty() ? 0 : 1;
    }
    assertTrue(some > 1_000 && some < 2_900, "one-sided: " + some);
  }

  @Test
  void ofWorkloadsThatDifferInOneLabelIsOneSet() {
    List<PodSet> others = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      LabelRequirement app = LabelRequirement.is("app", "w" + i);
      Selection selection = new Selection(List.of(app), List.of());
      others.add(PodSet.of(new NamespaceScope.One("x"), selection));
    }
    assertEquals(1, Complement.of(PodSet.in("x"), others).size());
    assertEquals(2, Complement.of(PodSet.ALL, others).size());
  }

  private static PodSet set(Random random) {
    NamespaceScope scope =
        switch (random.nextInt(3)) {
          case 0 -> new NamespaceScope.One(List.of("x", "y", "z").get(random.nextInt(3)));
          case 1 -> new NamespaceScope.All();
          default -> new NamespaceScope.Labelled(List.of(label("team", random)));
        };
    List<LabelRequirement> labels = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      labels.add(label(random.nextBoolean() ? "app" : "tier", random));
    }
    List<String> accounts = random.nextInt(5) == 0 ? List.of("robot") : List.of();
    return PodSet.of(scope, new Selection(labels, accounts));
  }

  private static LabelRequirement label(String key, Random random) {
    List<String> values =
        random.nextBoolean() ? List.of("a") : List.of("b", random.nextBoolean() ? "a" : "c");
    return switch (random.nextInt(4)) {
      case 0 -> new LabelRequirement(key, Operator.EXISTS, List.of());
      case 1 -> new LabelRequirement(key, Operator.ABSENT, List.of());
      case 2 -> new LabelRequirement(key, Operator.NOT_IN, values);
      default -> new LabelRequirement(key, Operator.IN, values);
    };
  }
}
