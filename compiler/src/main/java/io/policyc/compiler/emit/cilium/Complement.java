package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pods of a namespace that belong to none of some workloads.
///
/// A workload's conditions all hold of its pods, so a pod that isn't one of them breaks at least
/// one: one selection for each condition, and for several workloads each combination.
final class Complement {
  /// More selections than this are refused: a sentence with so many exceptions would fill a policy.
  static final int MOST = 64;

  /// A label that Cilium derives from the pod's service account.
  private static final String SERVICE_ACCOUNT = Selectors.SERVICE_ACCOUNT;

  private Complement() {}

  /// Whether the workloads of any one namespace would take more than [#MOST] selections.
  static boolean isTooMany(List<Workload> workloads) {
    Map<String, Long> products = new HashMap<>();
    for (Workload workload : workloads) {
      Selection selection = workload.selection();
      long conditions = selection.labels().size() + (long) selection.serviceAccounts().size();
      products.merge(workload.namespace(), conditions, (a, b) -> Math.min(a * b, MOST + 1L));
    }
    return products.values().stream().anyMatch(product -> product > MOST);
  }

  /// Selections that together are the pods of the namespace outside all of the workloads.
  static List<Selection> of(List<Workload> workloads, String namespace) {
    Set<Selection> rest = new LinkedHashSet<>(List.of(Selection.ALL));
    for (Workload workload : workloads) {
      if (workload.namespace().equals(namespace)) {
        rest = without(rest, workload.selection());
      }
    }
    return List.copyOf(rest);
  }

  private static Set<Selection> without(Set<Selection> rest, Selection excluded) {
    Set<Selection> next = new LinkedHashSet<>();
    for (Selection one : rest) {
      for (LabelRequirement broken : negated(excluded)) {
        Selection narrower = one.and(new Selection(List.of(broken), List.of()));
        if (one.mayOverlap(new Selection(List.of(broken), List.of())) && next.size() < MOST) {
          next.add(narrower);
        }
      }
    }
    return next;
  }

  private static List<LabelRequirement> negated(Selection selection) {
    List<LabelRequirement> all = new ArrayList<>();
    selection.labels().forEach(requirement -> all.add(negated(requirement)));
    selection
        .serviceAccounts()
        .forEach(
            account ->
                all.add(new LabelRequirement(SERVICE_ACCOUNT, Operator.NOT_IN, List.of(account))));
    return all;
  }

  private static LabelRequirement negated(LabelRequirement requirement) {
    Operator operator =
        switch (requirement.operator()) {
          case IN -> Operator.NOT_IN;
          case NOT_IN -> Operator.IN;
          case EXISTS -> Operator.ABSENT;
          case ABSENT -> Operator.EXISTS;
        };
    return new LabelRequirement(requirement.key(), operator, requirement.values());
  }
}
