package io.policyc.tests.naive;

import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.Word;
import java.util.List;
import java.util.Map;

/// Conditions on labels, with Kubernetes' meaning.
final class Labels {
  /// Whether all conditions hold.
  static boolean meet(List<? extends LabelTerm> terms, Map<String, String> labels) {
    return terms.stream().allMatch(term -> meets(term, labels));
  }

  private static boolean meets(LabelTerm term, Map<String, String> labels) {
    boolean there = labels.containsKey(term.key().text());
    String value = labels.getOrDefault(term.key().text(), "");
    return switch (term) {
      case LabelTerm.Is(_, var wanted) -> there && value.equals(wanted.text());
      case LabelTerm.In(_, var wanted, _) -> there && contains(wanted, value);
      case LabelTerm.NotIn(_, var unwanted, _) -> !there || !contains(unwanted, value);
      case LabelTerm.Exists _ -> there;
      case LabelTerm.Absent _ -> !there;
    };
  }

  private static boolean contains(List<Word> words, String value) {
    return words.stream().anyMatch(word -> word.text().equals(value));
  }

  private Labels() {}
}
