package io.policyc.compiler.falco;

import io.policyc.compiler.falco.FalcoRules.FalcoException;
import io.policyc.compiler.falco.FalcoRules.FalcoList;
import io.policyc.compiler.falco.FalcoRules.FalcoMacro;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.ConditionText;
import io.policyc.compiler.yaml.YamlOut;
import java.util.ArrayList;
import java.util.List;

/// Writes rules as YAML: the same rules give the same bytes.
///
/// [FalcoRulesReader] reads back everything that is written here, without its comments.
public final class FalcoRulesWriter {
  private final StringBuilder out = new StringBuilder(4096);
  private final YamlOut yaml = new YamlOut(out);

  private FalcoRulesWriter() {}

  /// A rules file, ending in a new line.
  public static String write(FalcoRules rules) {
    FalcoRulesWriter writer = new FalcoRulesWriter();
    writer.file(rules);
    return writer.out.toString();
  }

  private void file(FalcoRules rules) {
    yaml.comments(rules.comments());
    yaml.item().field("required_engine_version", rules.engineVersion()).close();
    if (!rules.plugins().isEmpty()) {
      yaml.item().open("required_plugin_versions");
      rules
          .plugins()
          .forEach(p -> yaml.item().field("name", p.name()).field("version", p.version()).close());
      yaml.close().close();
    }
    rules.lists().forEach(this::list);
    rules.macros().forEach(this::macro);
    rules.rules().forEach(this::rule);
  }

  private void list(FalcoList list) {
    out.append('\n');
    yaml.comments(list.comments())
        .item()
        .field("list", list.name())
        .flow("items", list.items())
        .close();
  }

  private void macro(FalcoMacro macro) {
    out.append('\n');
    yaml.comments(macro.comments())
        .item()
        .field("macro", macro.name())
        .folded("condition", lines(macro.condition()))
        .close();
  }

  private void rule(FalcoRule rule) {
    out.append('\n');
    yaml.comments(rule.comments())
        .item()
        .field("rule", rule.name())
        .folded("desc", rule.description().lines().toList())
        .folded("condition", lines(rule.condition()))
        .field("output", rule.output())
        .field("priority", rule.priority().name())
        .flow("tags", rule.tags());
    if (!rule.exceptions().isEmpty()) {
      yaml.open("exceptions");
      rule.exceptions().forEach(this::exception);
      yaml.close();
    }
    yaml.close();
  }

  private void exception(FalcoException exception) {
    yaml.item()
        .field("name", exception.name())
        .flow("fields", exception.fields())
        .flow("comps", exception.comps())
        .close();
  }

  // One term a line: only blanks between terms become line breaks, which folding makes blanks
  // again.
  private static List<String> lines(Condition condition) {
    return switch (condition) {
      case Condition.And(var terms, _) when terms.size() > 1 -> lines(terms, "and ");
      case Condition.Or(var terms, _) when terms.size() > 1 -> lines(terms, "or ");
      case Condition.And _,
          Condition.Or _,
          Condition.Not _,
          Condition.Macro _,
          Condition.Exists _,
          Condition.Compare _ ->
          List.of(ConditionText.of(condition));
    };
  }

  private static List<String> lines(List<Condition> terms, String word) {
    List<String> lines = new ArrayList<>();
    for (Condition term : terms) {
      boolean grouped = term instanceof Condition.Or(var inner, _) && inner.size() > 1;
      String text = ConditionText.of(term);
      lines.add((lines.isEmpty() ? "" : word) + (grouped ? "(" + text + ")" : text));
    }
    return lines;
  }
}
