package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.Notes;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.ast.WorkloadItem;
import io.policyc.compiler.found.FoundPods;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.PortRange;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a manifest says of pods, as the sentence that would declare them; each word stands where
/// the manifest says it.
final class FoundSentence {
  private FoundSentence() {}

  /// @param pods of one name and with one selector, at least one
  static Statement.Workload of(List<FoundPods> pods, String namespace) {
    FoundPods first = pods.getFirst();
    List<WorkloadItem> items = new ArrayList<>();
    first.selector().forEach(condition -> items.add(term(condition)));
    ports(pods).forEach(port -> items.add(port(port)));
    return new Statement.Workload(
        false,
        word(first.name(), first.at()),
        Optional.of(word(namespace, first.at())),
        items,
        Notes.NONE,
        first.at());
  }

  private static Word word(String text, Span at) {
    return new Word(text, true, at);
  }

  private static LabelTerm term(FoundPods.Condition condition) {
    LabelRequirement requirement = condition.requirement();
    Span at = condition.at();
    Word key = word(requirement.key(), at);
    List<Word> values = requirement.values().stream().map(value -> word(value, at)).toList();
    return switch (requirement.operator()) {
      case IN -> new LabelTerm.In(key, values, at);
      case NOT_IN -> new LabelTerm.NotIn(key, values, at);
      case EXISTS -> new LabelTerm.Exists(key, at);
      case ABSENT -> new LabelTerm.Absent(key, at);
    };
  }

  // Each number once; a name means the first port that has it, as it does to a Service.
  private static List<FoundPods.Port> ports(List<FoundPods> pods) {
    Map<PortRange, FoundPods.Port> ports = new LinkedHashMap<>();
    for (FoundPods one : pods) {
      one.ports().forEach(port -> ports.putIfAbsent(port.range(), port));
    }
    Set<String> names = new HashSet<>();
    return ports.values().stream().map(p -> names.add(p.name()) ? p : unnamed(p)).toList();
  }

  private static FoundPods.Port unnamed(FoundPods.Port port) {
    return new FoundPods.Port("", port.range(), port.at());
  }

  private static WorkloadItem port(FoundPods.Port port) {
    PortRange range = port.range();
    Optional<Word> name =
        port.name().isEmpty() ? Optional.empty() : Optional.of(word(port.name(), port.at()));
    return new WorkloadItem.Port(
        name,
        new PortItem.Numbers(range.first(), range.last(), Optional.of(range.protocol()), port.at()),
        List.of(),
        port.at());
  }
}
