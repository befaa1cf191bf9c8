package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.FalcoRules.FalcoList;
import io.policyc.compiler.falco.FalcoRules.FalcoMacro;
import io.policyc.compiler.falco.condition.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The lists and macros that rules use, each once, in an order in which no macro comes before one
/// that it uses. Falco warns of what nothing uses, so that only what is asked for is made.
final class Library {
  private final Map<String, FalcoList> lists = new LinkedHashMap<>();
  private final Map<String, FalcoMacro> macros = new LinkedHashMap<>();

  /// A macro of that name, made where it isn't there yet.
  Condition macro(String name, String comment, Supplier<Condition> condition) {
    if (!macros.containsKey(name)) {
      Condition made = condition.get();
      macros.put(name, new FalcoMacro(name, made, List.of(comment)));
    }
    return Terms.macro(name);
  }

  /// The name of a list, made where it isn't there yet.
  String list(String name, String comment, List<String> items) {
    lists.putIfAbsent(name, new FalcoList(name, items, List.of(comment)));
    return name;
  }

  List<FalcoList> lists() {
    return List.copyOf(lists.values());
  }

  List<FalcoMacro> macros() {
    return List.copyOf(macros.values());
  }
}
