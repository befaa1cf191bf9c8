package io.policyc.compiler.falco;

import io.policyc.compiler.falco.condition.Condition;
import java.util.List;

/// A rules file as policyc writes it: what it needs, then lists, macros and rules in that order.
///
/// @param comments lines above everything, without `# `
/// @param engineVersion `0.57.0`
/// @param plugins the plugins without which it doesn't load
public record FalcoRules(
    List<String> comments,
    String engineVersion,
    List<RequiredPlugin> plugins,
    List<FalcoList> lists,
    List<FalcoMacro> macros,
    List<FalcoRule> rules) {
  public FalcoRules {
    comments = List.copyOf(comments);
    plugins = List.copyOf(plugins);
    lists = List.copyOf(lists);
    macros = List.copyOf(macros);
    rules = List.copyOf(rules);
  }

  /// A plugin and the oldest version that will do.
  public record RequiredPlugin(String name, String version) {}

  /// A list of constants.
  ///
  /// @param comments lines above it, without `# `
  public record FalcoList(String name, List<String> items, List<String> comments) {
    public FalcoList {
      items = List.copyOf(items);
      comments = List.copyOf(comments);
    }
  }

  /// A condition with a name.
  public record FalcoMacro(String name, Condition condition, List<String> comments) {
    public FalcoMacro {
      comments = List.copyOf(comments);
    }
  }

  /// A rule.
  ///
  /// @param name what an alert and an exception name it by
  /// @param description lines that are read as one with blanks between them
  /// @param priority in upper case
  /// @param output with `%field` in it
  /// @param tags sorted
  /// @param exceptions named ones, mostly without values, which a user's file adds
  public record FalcoRule(
      String name,
      String description,
      Condition condition,
      String output,
      Priority priority,
      List<String> tags,
      List<FalcoException> exceptions,
      List<String> comments) {
    public FalcoRule {
      tags = List.copyOf(tags);
      exceptions = List.copyOf(exceptions);
      comments = List.copyOf(comments);
    }
  }

  /// An exception of a rule.
  ///
  /// @param fields and comps of one length
  public record FalcoException(String name, List<String> fields, List<String> comps) {
    public FalcoException {
      fields = List.copyOf(fields);
      comps = List.copyOf(comps);
    }
  }
}
