package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.FalcoRules.FalcoList;
import io.policyc.compiler.falco.FalcoRules.FalcoMacro;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.FalcoRulesReader;
import io.policyc.compiler.falco.check.FalcoChecker;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.ConditionText;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// Whether a written file says what the rules say that it was written from, and whether Falco takes
/// it without a word.
final class Verify {
  private Verify() {}

  /// What is wrong with a text: nothing, unless policyc has a fault.
  static List<Finding> findings(FalcoRules written, Source text) {
    Optional<FalcoRules> read = FalcoRulesReader.read(text);
    if (read.isEmpty()) {
      return List.of(fault("`" + text.name() + "` cannot be read back"));
    }
    return plain(written).equals(plain(read.get()))
        ? refused(text)
        : List.of(fault("`" + text.name() + "` reads as other rules"));
  }

  private static List<Finding> refused(Source text) {
    return FalcoChecker.check(text).stream()
        .map(
            found ->
                fault(
                    "Falco would find fault with `"
                        + found.at().map(Span::place).orElse(text.name())
                        + "`: "
                        + found.message()))
        .toList();
  }

  private static Finding fault(String message) {
    return Code.PC0511.of(message).withHelp("report this: it is a fault of policyc");
  }

  /// Everything but comments and where a condition stands.
  private record Plain(
      String engine,
      List<FalcoRules.RequiredPlugin> plugins,
      List<String> lists,
      List<String> macros,
      List<String> rules) {}

  private static Plain plain(FalcoRules rules) {
    return new Plain(
        rules.engineVersion(),
        rules.plugins(),
        rules.lists().stream().map(Verify::plain).toList(),
        rules.macros().stream().map(Verify::plain).toList(),
        rules.rules().stream().map(Verify::plain).toList());
  }

  private static String plain(FalcoList list) {
    return list.name() + " " + list.items();
  }

  private static String plain(FalcoMacro macro) {
    return macro.name() + " " + plain(macro.condition());
  }

  private static String plain(FalcoRule rule) {
    return String.join(
        "\n",
        rule.name(),
        rule.description().replace('\n', ' '),
        plain(rule.condition()),
        rule.output(),
        rule.priority().name(),
        rule.tags().toString(),
        rule.exceptions().toString());
  }

  private static String plain(Condition condition) {
    return ConditionText.of(condition);
  }
}
