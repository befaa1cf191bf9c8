package io.policyc.compiler.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which pods of a namespace are meant: all conditions hold.
///
/// @param labels sorted, without doubles; empty for every pod
/// @param serviceAccounts the service accounts that a pod must run as, sorted; a pod has one, so
///   two different ones select nothing
public record Selection(List<LabelRequirement> labels, List<String> serviceAccounts) {
  /// Every pod.
  public static final Selection ALL = new Selection(List.of(), List.of());

  public Selection {
    labels = labels.stream().sorted().distinct().toList();
    serviceAccounts = serviceAccounts.stream().sorted().distinct().toList();
  }

  /// A selection by labels and, where one is given, by service account.
  public static Selection of(List<LabelRequirement> labels, Optional<String> serviceAccount) {
    return new Selection(labels, serviceAccount.stream().toList());
  }

  /// Whether every pod is meant.
  public boolean isAll() {
    return labels.isEmpty() && serviceAccounts.isEmpty();
  }

  /// The pods that both select.
  public Selection and(Selection other) {
    List<LabelRequirement> both = new ArrayList<>(labels);
    both.addAll(other.labels);
    List<String> accounts = new ArrayList<>(serviceAccounts);
    accounts.addAll(other.serviceAccounts);
    return new Selection(both, accounts);
  }

  /// Whether one pod may be in both: false only where the conditions keep them apart.
  public boolean mayOverlap(Selection other) {
    for (LabelRequirement label : labels) {
      for (LabelRequirement condition : other.labels) {
        if (!label.compatibleWith(condition)) {
          return false;
        }
      }
    }
    return serviceAccounts.isEmpty()
        || other.serviceAccounts.isEmpty()
        || serviceAccounts.equals(other.serviceAccounts);
  }

  /// Whether every pod that this one selects is surely selected by the other one, too.
  public boolean isWithin(Selection other) {
    // Asked for millions of pairs.
    for (LabelRequirement label : other.labels) {
      if (!implies(label)) {
        return false;
      }
    }
    return serviceAccounts.containsAll(other.serviceAccounts);
  }

  private boolean implies(LabelRequirement condition) {
    for (LabelRequirement label : labels) {
      if (label.implies(condition)) {
        return true;
      }
    }
    return false;
  }
}
