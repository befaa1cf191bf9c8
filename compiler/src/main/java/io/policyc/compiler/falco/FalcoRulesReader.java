package io.policyc.compiler.falco;

import io.policyc.compiler.cilium.YamlTree;
import io.policyc.compiler.cilium.YamlTrees;
import io.policyc.compiler.falco.FalcoRules.FalcoException;
import io.policyc.compiler.falco.FalcoRules.FalcoList;
import io.policyc.compiler.falco.FalcoRules.FalcoMacro;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.FalcoRules.RequiredPlugin;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.ConditionParser;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads back what [FalcoRulesWriter] writes; rules that people write are the checker's.
public final class FalcoRulesReader {
  /// What is no file of ours.
  private static final class NotOurs extends Exception {
    private static final long serialVersionUID = 1L;

    NotOurs(String message) {
      super(message);
    }
  }

  private String engine = "";
  private final List<RequiredPlugin> plugins = new ArrayList<>();
  private final List<FalcoList> lists = new ArrayList<>();
  private final List<FalcoMacro> macros = new ArrayList<>();
  private final List<FalcoRule> rules = new ArrayList<>();

  private FalcoRulesReader() {}

  /// The rules of a file, without comments; empty where it is no file as we write them.
  public static Optional<FalcoRules> read(Source source) {
    Checked<List<YamlTree>> documents = YamlTrees.read(source);
    return documents.findings().isEmpty() && documents.value().size() == 1
        ? read(documents.value().getFirst())
        : Optional.empty();
  }

  /// The rules of a list of items, without comments; empty where it is none as we write them.
  public static Optional<FalcoRules> read(YamlTree items) {
    try {
      return Optional.of(new FalcoRulesReader().file(items));
    } catch (NotOurs e) {
      return Optional.empty();
    }
  }

  private FalcoRules file(YamlTree document) throws NotOurs {
    for (YamlTree item : items(document)) {
      item(fields(item));
    }
    return new FalcoRules(List.of(), engine, plugins, lists, macros, rules);
  }

  private void item(Map<String, YamlTree> item) throws NotOurs {
    switch (item.keySet().iterator().next()) {
      case "required_engine_version" -> engine = text(item, "required_engine_version");
      case "required_plugin_versions" -> {
        for (YamlTree plugin : items(field(item, "required_plugin_versions"))) {
          Map<String, YamlTree> fields = fields(plugin);
          plugins.add(new RequiredPlugin(text(fields, "name"), text(fields, "version")));
        }
      }
      case "list" -> lists.add(new FalcoList(text(item, "list"), texts(item, "items"), List.of()));
      case "macro" -> macros.add(new FalcoMacro(text(item, "macro"), condition(item), List.of()));
      case "rule" -> rules.add(rule(item));
      default -> throw new NotOurs("an item of another kind");
    }
  }

  private static FalcoRule rule(Map<String, YamlTree> item) throws NotOurs {
    List<FalcoException> exceptions = new ArrayList<>();
    if (item.containsKey("exceptions")) {
      for (YamlTree exception : items(field(item, "exceptions"))) {
        Map<String, YamlTree> fields = fields(exception);
        exceptions.add(
            new FalcoException(
                text(fields, "name"), texts(fields, "fields"), texts(fields, "comps")));
      }
    }
    return new FalcoRule(
        text(item, "rule"),
        text(item, "desc"),
        condition(item),
        text(item, "output"),
        Priority.valueOf(text(item, "priority")),
        texts(item, "tags"),
        exceptions,
        List.of());
  }

  private static Condition condition(Map<String, YamlTree> item) throws NotOurs {
    return switch (ConditionParser.parse(text(item, "condition"))) {
      case ConditionParser.Parsed(var condition, var oddities) when oddities.isEmpty() -> condition;
      case ConditionParser.Parsed _, ConditionParser.Refused _ ->
          throw new NotOurs("no condition of ours");
    };
  }

  private static YamlTree field(Map<String, YamlTree> fields, String name) throws NotOurs {
    YamlTree value = fields.get(name);
    if (value == null) {
      throw new NotOurs("no " + name);
    }
    return value;
  }

  private static String text(Map<String, YamlTree> fields, String name) throws NotOurs {
    return text(field(fields, name));
  }

  private static String text(YamlTree tree) throws NotOurs {
    if (tree instanceof YamlTree.Text(var text, _)) {
      return text;
    }
    throw new NotOurs("no string");
  }

  private static List<String> texts(Map<String, YamlTree> fields, String name) throws NotOurs {
    List<String> texts = new ArrayList<>();
    for (YamlTree item : items(field(fields, name))) {
      texts.add(text(item));
    }
    return texts;
  }

  private static List<YamlTree> items(YamlTree tree) throws NotOurs {
    if (tree instanceof YamlTree.Items(var items, _)) {
      return items;
    }
    throw new NotOurs("no list");
  }

  private static Map<String, YamlTree> fields(YamlTree tree) throws NotOurs {
    if (tree instanceof YamlTree.Mapping(var fields, _) && !fields.isEmpty()) {
      return fields;
    }
    throw new NotOurs("no mapping");
  }
}
