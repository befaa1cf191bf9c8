package io.policyc.compiler.falco.check;

import io.policyc.compiler.falco.Priority;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.compiler.falco.yaml.YamlNode;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The lists, macros and rules of all files so far, in the order of their first definition.
///
/// Source: falco 0.44.1, userspace/engine/rule_loader_collector.cpp.
final class Rulebook {
  final Map<String, ListEntry> lists = new LinkedHashMap<>();
  final Map<String, MacroEntry> macros = new LinkedHashMap<>();
  final Map<String, RuleEntry> rules = new LinkedHashMap<>();
  final List<PluginNeed> plugins = new ArrayList<>();

  /// The names of items that could not be read: what uses them is not in error.
  final java.util.Set<String> broken = new java.util.HashSet<>();

  private int clock;

  /// What time it is: one more for each item.
  int tick() {
    return clock++;
  }

  /// An item of a list, with its place.
  record Item(String text, Span at) {}

  /// A list.
  static final class ListEntry {
    final String name;
    final int index;
    int visibility;
    Span at;
    List<Item> items;

    ListEntry(String name, int index, Span at, List<Item> items) {
      this.name = name;
      this.index = index;
      this.visibility = index;
      this.at = at;
      this.items = new ArrayList<>(items);
    }
  }

  /// A macro.
  static final class MacroEntry {
    final String name;
    final int index;
    int visibility;
    Span at;
    Grown condition;

    MacroEntry(String name, int index, Span at, Traced condition) {
      this.name = name;
      this.index = index;
      this.visibility = index;
      this.at = at;
      this.condition = new Grown(condition);
    }
  }

  /// A rule.
  static final class RuleEntry {
    final String name;
    final Span at;
    final String source;
    Grown condition;
    Grown output;
    Priority priority;
    Set<String> tags = new TreeSet<>();
    private final List<ExceptionEntry> exceptions = new ArrayList<>();
    private final Map<String, ExceptionEntry> byName = new HashMap<>();
    boolean unknownSource;
    boolean enabled = true;
    boolean warnEventTypes = true;
    boolean skipUnknown;
    int touched;

    RuleEntry(
        String name, Span at, String source, Traced condition, Traced output, Priority priority) {
      this.name = name;
      this.at = at;
      this.source = source;
      this.condition = new Grown(condition);
      this.output = new Grown(output);
      this.priority = priority;
    }

    List<ExceptionEntry> exceptions() {
      return Collections.unmodifiableList(exceptions);
    }

    /// The first exception of a name.
    Optional<ExceptionEntry> exception(String name) {
      return Optional.ofNullable(byName.get(name));
    }

    void add(ExceptionEntry exception) {
      exceptions.add(exception);
      byName.putIfAbsent(exception.name, exception);
    }

    void replaceExceptions(List<ExceptionEntry> others) {
      exceptions.clear();
      byName.clear();
      others.forEach(this::add);
    }

    /// What fills its fields; empty where nothing here knows its source.
    Optional<Plugins> plugins(Plugins plugins) {
      return unknownSource ? Optional.empty() : Optional.of(plugins);
    }
  }

  /// An exception of a rule.
  static final class ExceptionEntry {
    final String name;
    final Span at;
    Value fields = Value.NONE;
    Value comps = Value.NONE;
    final List<Value> values = new ArrayList<>();

    ExceptionEntry(String name, Span at) {
      this.name = name;
      this.at = at;
    }
  }

  /// A text, or texts in lists.
  ///
  /// @param list whether it is a list
  /// @param text the text, where it is none
  record Value(boolean list, Optional<Traced> text, List<Value> items) {
    static final Value NONE = new Value(false, Optional.empty(), List.of());

    Value {
      items = List.copyOf(items);
    }

    static Value of(Source source, YamlNode.Scalar scalar) {
      return new Value(false, Optional.of(Traced.of(source, scalar)), List.of());
    }

    static Value of(List<Value> items) {
      return new Value(true, Optional.empty(), items);
    }

    /// Whether it has anything.
    boolean isValid() {
      return list ? !items.isEmpty() : text.filter(t -> !t.isEmpty()).isPresent();
    }

    String string() {
      return text.map(Traced::text).orElse("");
    }
  }

  /// Plugins of which one must be there.
  ///
  /// @param names each with its version
  record PluginNeed(Map<String, String> names, Span at) {
    PluginNeed {
      names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }
  }
}
