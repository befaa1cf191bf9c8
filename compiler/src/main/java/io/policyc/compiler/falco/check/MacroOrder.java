package io.policyc.compiler.falco.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts macros behind those that they name, with a stack of its own: a file may chain a hundred
/// thousand of them.
final class MacroOrder {
  private final Map<String, List<String>> names;
  private final Map<String, Boolean> done = new HashMap<>();
  private final List<String> order = new ArrayList<>();
  private final Set<String> circles = new HashSet<>();
  private final Deque<Step> open = new ArrayDeque<>();

  /// @param names what each macro names, in an order that is the same in every run
  MacroOrder(Map<String, List<String>> names) {
    this.names = names;
    for (String name : names.keySet()) {
      visit(name);
    }
  }

  private record Step(String name, Iterator<String> rest) {}

  /// Each macro behind all that it names, circles apart.
  List<String> order() {
    return order;
  }

  /// Whether a macro names one that names it in turn, directly or not.
  boolean closesCircle(String macro, String named) {
    return circles.contains(macro + '\n' + named);
  }

  private void visit(String first) {
    enter(first);
    while (!open.isEmpty()) {
      Step step = open.element();
      if (step.rest.hasNext()) {
        String next = step.rest.next();
        if (Boolean.FALSE.equals(done.get(next))) {
          circles.add(step.name + '\n' + next);
        }
        enter(next);
      } else {
        open.pop();
        done.put(step.name, true);
        order.add(step.name);
      }
    }
  }

  private void enter(String name) {
    List<String> named = names.get(name);
    if (named != null && done.putIfAbsent(name, false) == null) {
      open.push(new Step(name, named.iterator()));
    }
  }
}
