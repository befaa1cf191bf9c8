package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.FalcoRules.FalcoList;
import io.policyc.compiler.falco.FalcoRules.FalcoMacro;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which macros and lists rules use, directly or through others: of one that nothing uses Falco
/// warns.
final class Used {
  private final Map<String, FalcoMacro> macros;
  private final Set<String> names = new HashSet<>();

  private Used(List<FalcoMacro> macros) {
    this.macros = macros.stream().collect(Collectors.toMap(FalcoMacro::name, Function.identity()));
  }

  static Used by(List<FalcoRule> rules, List<FalcoMacro> macros) {
    Used used = new Used(macros);
    rules.forEach(rule -> used.read(rule.condition()));
    return used;
  }

  /// The macros among these that are used.
  List<FalcoMacro> macros(List<FalcoMacro> all) {
    return all.stream().filter(macro -> names.contains(macro.name())).toList();
  }

  /// The lists among these that are used.
  List<FalcoList> lists(List<FalcoList> all) {
    return all.stream().filter(list -> names.contains(list.name())).toList();
  }

  private void read(Condition condition) {
    switch (condition) {
      case Condition.And(var terms, _) -> terms.forEach(this::read);
      case Condition.Or(var terms, _) -> terms.forEach(this::read);
      case Condition.Not(var term, _) -> read(term);
      case Condition.Macro(var name, _) -> {
        if (names.add(name)) {
          Optional.ofNullable(macros.get(name)).map(FalcoMacro::condition).ifPresent(this::read);
        }
      }
      case Condition.Compare(_, _, var right, _) -> {
        if (right instanceof Comparand.Items(_, var items, _)) {
          items.forEach(item -> names.add(item.text()));
        }
      }
      case Condition.Exists _ -> {}
    }
  }
}
