package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.Rulebook.ListEntry;
import io.policyc.compiler.falco.check.Rulebook.MacroEntry;
import io.policyc.compiler.falco.check.Rulebook.PluginNeed;
import io.policyc.compiler.falco.check.Rulebook.RuleEntry;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks rules files as Falco 0.44.1 loads them, one after the other, and finds everything at once
/// where Falco stops at the first error.
public final class FalcoChecker {
  /// Of more files than this, only what all of them together make is looked at.
  private static final int MAX_STAGES = 50;

  private final Plugins plugins;
  private final Report report = new Report();
  private final Rulebook book = new Rulebook();

  private FalcoChecker(Plugins plugins) {
    this.plugins = plugins;
  }

  /// What is found in files that Falco loads in this order: later ones see the lists, macros and
  /// rules of earlier ones.
  ///
  /// @param plugins what Falco is taken to have loaded
  public static List<FalcoFinding> check(List<Source> files, Plugins plugins) {
    FalcoChecker checker = new FalcoChecker(plugins);
    for (Source file : files) {
      boolean last = file.equals(files.getLast());
      checker.file(file, last, last || files.size() <= MAX_STAGES);
    }
    return checker.report.findings();
  }

  /// What is found in one file, with the plugins that Falco comes with.
  public static List<Finding> check(Source file) {
    return check(List.of(file), Plugins.BUNDLED).stream().map(FalcoFinding::finding).toList();
  }

  private void file(Source file, boolean last, boolean compiled) {
    int clock = book.tick();
    int before = report.size();
    new DocumentReader(file, report, book, plugins).read();
    boolean read = !report.errorsSince(before);
    if (compiled) {
      compile(last ? -1 : clock, last && read);
    }
    if (last) {
      requirements();
    }
  }

  /// @param since rules that were not changed since are left to the last file
  /// @param unused whether what nobody uses is to be named
  private void compile(int since, boolean unused) {
    int before = report.size();
    ListText lists = new ListText(book.lists);
    MacroTable macros = new MacroTable(report, book, plugins);
    macros.compile(lists);
    RuleCompiler rules = new RuleCompiler(report, lists, macros, plugins);
    for (RuleEntry rule : book.rules.values()) {
      if (rule.touched > since && !report.exhausted()) {
        rules.compile(rule);
      }
    }
    if (lists.exhausted()) {
      report.own(Code.PC0901.of("the lists are too large to stand in all these conditions"));
    }
    if (unused && !lists.exhausted() && !report.errorsSince(before)) {
      unused(lists, macros);
    }
  }

  private void unused(ListText lists, MacroTable macros) {
    for (MacroEntry macro : book.macros.values()) {
      if (!macros.isUsed(macro.name)) {
        String message = "nothing uses the macro `" + macro.name + "`";
        report.add(FalcoCode.UNUSED_MACRO, Code.PC0912, macro.at, message);
      }
    }
    for (ListEntry list : book.lists.values()) {
      if (!lists.isUsed(list.name)) {
        String message = "nothing uses the list `" + list.name + "`";
        report.add(FalcoCode.UNUSED_LIST, Code.PC0912, list.at, message);
      }
    }
  }

  // Falco asks for plugins after all else, and then ends without a report.
  private void requirements() {
    for (PluginNeed need : book.plugins) {
      unmet(need)
          .ifPresent(message -> report.add(FalcoCode.FATAL, Code.PC0906, need.at(), message));
    }
  }

  private Optional<String> unmet(PluginNeed need) {
    for (Map.Entry<String, String> wanted : need.names().entrySet()) {
      String loaded = plugins.versions().get(wanted.getKey());
      if (loaded != null) {
        boolean serves = serves(loaded, wanted.getValue());
        String message =
            "the plugin `" + wanted.getKey() + "` is " + loaded + ", not " + wanted.getValue();
        return serves ? Optional.empty() : Optional.of(message);
      }
    }
    return Optional.of(
        "none of the plugins " + String.join(", ", need.names().keySet()) + " is loaded");
  }

  private static boolean serves(String loaded, String wanted) {
    Optional<Version> version = Version.read(loaded);
    boolean serves =
        version.isPresent() && Version.read(wanted).filter(version.get()::serves).isPresent();
    return serves || loaded.equals(Plugins.ANY);
  }
}
