package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Code;
import io.policyc.compiler.cilium.YamlTree;
import io.policyc.compiler.cilium.YamlTrees;
import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.FalcoRules.FalcoList;
import io.policyc.compiler.falco.FalcoRules.FalcoMacro;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.FalcoRulesReader;
import io.policyc.compiler.falco.check.FalcoChecker;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.ConditionText;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether a written file says what the rules say that it was written from, and whether Falco takes
/// it without a word.
final class Verify {
  private final FalcoRules written;
  private final String text;

  /// @param written what was to be written
  /// @param text the rules file that came of it
  Verify(FalcoRules written, String text) {
    this.written = written;
    this.text = text;
  }

  /// What is wrong with a document: nothing, unless policyc has a fault.
  List<Finding> findings(Source document) {
    return switch (document.name()) {
      case FalcoBackend.PATH ->
          compared(document, FalcoRulesReader.read(document), () -> refused(document));
      case Wrapping.CONFIGMAP ->
          object(document, "data", Wrapping.KEY)
                  .filter(tree -> tree instanceof YamlTree.Text(var rules, _) && rules.equals(text))
                  .isPresent()
              ? List.of()
              : List.of(fault("`" + document.name() + "` does not hold the rules"));
      case Wrapping.RULESFILE ->
          compared(
              document,
              object(document, "spec", "inlineRules").flatMap(FalcoRulesReader::read),
              List::of);
      default -> List.of(fault("`" + document.name() + "` is no document of Falco's"));
    };
  }

  private List<Finding> compared(
      Source document, Optional<FalcoRules> read, Supplier<List<Finding>> equal) {
    if (read.isEmpty()) {
      return List.of(fault("`" + document.name() + "` cannot be read back"));
    }
    return plain(written).equals(plain(read.get()))
        ? equal.get()
        : List.of(fault("`" + document.name() + "` reads as other rules"));
  }

  private static Optional<YamlTree> object(Source document, String outer, String inner) {
    Checked<List<YamlTree>> read = YamlTrees.read(document);
    return read.findings().isEmpty() && read.value().size() == 1
        ? field(read.value().getFirst(), outer).flatMap(tree -> field(tree, inner))
        : Optional.empty();
  }

  private static Optional<YamlTree> field(YamlTree tree, String name) {
    return tree instanceof YamlTree.Mapping(var fields, _)
        ? Optional.ofNullable(fields.get(name))
        : Optional.empty();
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
