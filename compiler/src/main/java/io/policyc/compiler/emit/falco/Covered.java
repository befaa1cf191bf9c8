package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What holds of events that some sentence covers.
final class Covered {
  private final Set<Condition> terms = new LinkedHashSet<>();
  private boolean everything;

  /// What is said of all or some of the pods.
  ///
  /// @param own more that holds of all of them
  /// @param port the field that has the port
  static Covered of(
      List<ByPods.Share> shares, Reach own, Reach.Kind kind, String port, Library library) {
    Covered covered = new Covered();
    Reach all = new Reach();
    all.addAll(own);
    shares.stream().filter(ByPods.Share::isPlain).forEach(share -> all.addAll(share.reach()));
    covered.add(all, kind, port);
    shares.stream()
        .filter(share -> !share.isPlain())
        .forEach(share -> covered.add(share, kind, port, library));
    return covered;
  }

  void add(Condition term) {
    terms.add(term);
  }

  private void add(Reach all, Reach.Kind kind, String port) {
    if (all.isEverything(kind)) {
      everything = true;
    } else {
      terms.addAll(all.terms(kind, port));
    }
  }

  private void add(ByPods.Share share, Reach.Kind kind, String port, Library library) {
    boolean every = share.reach().isEverything(kind);
    if (every && share.within().isEmpty()) {
      everything = true;
      return;
    }
    List<Condition> said = every ? List.of() : share.reach().terms(kind, port);
    if (said.isEmpty() && !every) {
      return;
    }
    List<Condition> all = new ArrayList<>();
    share.within().ifPresent(all::add);
    if (!every) {
      all.add(shared(share, said, kind, port, library));
    }
    add(Terms.all(all));
  }

  // Other pods are in a group, too: what is said of it is written once.
  private static Condition shared(
      ByPods.Share share, List<Condition> said, Reach.Kind kind, String port, Library library) {
    Condition any = Terms.any(said);
    if (said.size() == 1 || share.group().isEmpty()) {
      return any;
    }
    String group = share.group().get();
    String name = "policyc_group__" + MacroNames.hash(group + kind + port);
    return library.macro(name, "Granted to " + group, () -> any);
  }

  /// Whether nothing lies elsewhere.
  boolean everything() {
    return everything;
  }

  List<Condition> terms() {
    return List.copyOf(terms);
  }

  /// The events that are none of them.
  Condition except(Condition events) {
    return terms.isEmpty() ? events : Terms.all(events, Terms.not(Terms.any(List.copyOf(terms))));
  }
}
