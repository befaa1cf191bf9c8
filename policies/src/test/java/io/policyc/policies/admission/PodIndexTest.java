package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Selections of pods are found by their labels, all of those that hold and no other.
class PodIndexTest {
  private static Pods pods(String labels) {
    return Pods.of(
        io.policyc.manifests.PodTemplates.of(
                Sentences.manifests(
                        "{apiVersion: v1, kind: Pod, metadata: {namespace: shop, labels: {"
                            + labels
                            + "}}, spec: {serviceAccountName: me}}")
                    .getFirst())
            .getFirst(),
        "shop");
  }

  private static PodIndex.Entry<Integer> entry(
      int order, NamespaceScope scope, LabelRequirement... labels) {
    return new PodIndex.Entry<>(order, scope, new Selection(List.of(labels), List.of()), order);
  }

  private static final NamespaceScope SHOP = new NamespaceScope.One("shop");

  /// All of them share a label; each has one of its own.
  @Test
  void aSelectionLiesAtItsRarestLabel() {
    List<PodIndex.Entry<Integer>> entries = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      entries.add(
          entry(i, SHOP, LabelRequirement.is("a", "all"), LabelRequirement.is("z", "w" + i)));
    }
    PodIndex<Integer> index = new PodIndex<>(entries);
    Pods pods = pods("a: all, z: w7");
    assertEquals(List.of(7), index.of(pods, List.of()).yes());
    assertEquals(1, index.near(pods).size());
    assertEquals(List.of(), index.of(pods("a: all"), List.of()).yes());
  }

  @Test
  void selectionsOfOtherNamespacesAreNotAsked() {
    LabelRequirement label = LabelRequirement.is("a", "b");
    NamespaceScope store = new NamespaceScope.One("store");
    PodIndex<Integer> index =
        new PodIndex<>(List.of(entry(1, SHOP, label), entry(2, store, label), entry(3, store)));
    assertEquals(1, index.near(pods("a: b")).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          operator | values | labels     | holds
          IN       | a b    | x: a       | true
          IN       | a b    | x: b       | true
          IN       | a b    | x: c       | false
          IN       | a b    | y: a       | false
          NOT_IN   | a b    | x: a       | false
          NOT_IN   | a b    | x: c       | true
          NOT_IN   | a b    | y: a       | true
          EXISTS   | ''     | x: ''      | true
          EXISTS   | ''     | y: a       | false
          ABSENT   | ''     | y: a       | true
          ABSENT   | ''     | x: ''      | false
          """)
  void labelsHoldAsInKubernetes(Operator operator, String values, String labels, boolean holds) {
    List<String> all = values.isEmpty() ? List.of() : List.of(values.split(" ", -1));
    PodIndex<Integer> index =
        new PodIndex<>(List.of(entry(1, SHOP, new LabelRequirement("x", operator, all))));
    assertEquals(holds ? List.of(1) : List.of(), index.of(pods(labels), List.of()).yes());
  }

  @Test
  void whatIsFoundIsInTheOrderInWhichItIsSaid() {
    LabelRequirement label = LabelRequirement.is("x", "a");
    PodIndex<Integer> index =
        new PodIndex<>(
            List.of(
                entry(1, new NamespaceScope.All()),
                entry(2, SHOP, label),
                entry(3, new NamespaceScope.All(), label),
                entry(4, SHOP),
                entry(5, new NamespaceScope.One("store"), label)));
    assertEquals(List.of(1, 2, 3, 4), index.of(pods("x: a"), List.of()).yes());
  }

  @Test
  void anAccountMustBeTheOneOfThePods() {
    List<PodIndex.Entry<Integer>> entries = new ArrayList<>();
    for (List<String> accounts : List.of(List.of("me"), List.of("you"), List.of("me", "you"))) {
      int order = entries.size();
      entries.add(new PodIndex.Entry<>(order, SHOP, new Selection(List.of(), accounts), order));
    }
    assertEquals(List.of(0), new PodIndex<>(entries).of(pods(""), List.of()).yes());
  }

  @Test
  void labelsOfANamespaceMayBeUnknown() {
    NamespaceScope team = new NamespaceScope.Labelled(List.of(LabelRequirement.is("team", "a")));
    NamespaceScope name =
        new NamespaceScope.Labelled(
            List.of(LabelRequirement.is("kubernetes.io/metadata.name", "shop")));
    NamespaceScope other =
        new NamespaceScope.Labelled(
            List.of(
                LabelRequirement.is("kubernetes.io/metadata.name", "store"),
                LabelRequirement.is("team", "a")));
    PodIndex<Integer> index =
        new PodIndex<>(List.of(entry(1, team), entry(2, name), entry(3, other)));
    assertEquals(List.of(2), index.of(pods(""), List.of()).yes());
    assertEquals(List.of(1), index.of(pods(""), List.of()).unknown());
    SortedMap<String, String> labels = new TreeMap<>();
    assertEquals(List.of(2), index.of(pods(""), List.of(labels)).yes());
    assertTrue(index.of(pods(""), List.of(labels)).unknown().isEmpty());
    labels.put("team", "a");
    assertEquals(List.of(1, 2), index.of(pods(""), List.of(labels)).yes());
  }
}
