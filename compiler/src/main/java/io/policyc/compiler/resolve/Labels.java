package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.cilium.IdentityLabels;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Conditions on labels, of pods or of namespaces.
final class Labels {
  private static final String NAMESPACE_LABELS = "io.cilium.k8s.namespace.labels.";

  /// What carries the labels.
  enum Of {
    PODS,
    NAMESPACES
  }

  private final Report report;
  private final CiliumVersion version;

  Labels(Report report, CiliumVersion version) {
    this.report = report;
    this.version = version;
  }

  /// The conditions that could be understood; what is wrong with the others was reported.
  List<LabelRequirement> requirements(List<LabelTerm> terms, Of of) {
    List<LabelRequirement> requirements = new ArrayList<>();
    Map<String, LabelValues> byKey = new LinkedHashMap<>();
    for (LabelTerm term : terms) {
      boolean key = isKey(term.key(), of);
      boolean values = areValues(values(term));
      if (key && values) {
        LabelRequirement requirement = requirement(term);
        requirements.add(requirement);
        meet(term, requirement, byKey);
      }
    }
    return requirements;
  }

  private void meet(LabelTerm term, LabelRequirement requirement, Map<String, LabelValues> byKey) {
    LabelValues values =
        byKey.computeIfAbsent(requirement.key(), _ -> new LabelValues(term.span()));
    if (values.add(requirement)) {
      report.add(
          Code.PC0210
              .at(term.span(), "nothing meets all conditions on " + Say.quote(requirement.key()))
              .withRelated(values.first(), "the first condition on it")
              .withHelp("delete one of them: all conditions between braces must hold"));
    }
  }

  private static LabelRequirement requirement(LabelTerm term) {
    String key = term.key().text();
    List<String> values = values(term).stream().map(Word::text).toList();
    return switch (term) {
      case LabelTerm.Is _, LabelTerm.In _ -> new LabelRequirement(key, Operator.IN, values);
      case LabelTerm.NotIn _ -> new LabelRequirement(key, Operator.NOT_IN, values);
      case LabelTerm.Exists _ -> new LabelRequirement(key, Operator.EXISTS, values);
      case LabelTerm.Absent _ -> new LabelRequirement(key, Operator.ABSENT, values);
    };
  }

  private static List<Word> values(LabelTerm term) {
    return switch (term) {
      case LabelTerm.Is is -> List.of(is.value());
      case LabelTerm.In in -> in.values();
      case LabelTerm.NotIn in -> in.values();
      case LabelTerm.Exists _, LabelTerm.Absent _ -> List.of();
    };
  }

  private boolean isKey(Word key, Of of) {
    Optional<String> wrong = LabelSyntax.wrongKey(key.text());
    wrong.ifPresent(
        help ->
            report.add(
                Code.PC0208
                    .at(key.span(), Say.quote(key.text()) + " is not the key of a label")
                    .withHelp(help)));
    return wrong.isEmpty() && (of == Of.PODS || isShort(key)) && isKept(key, of);
  }

  // Cilium writes a label of a namespace behind a prefix of its own, and keys have a longest
  // length.
  private boolean isShort(Word key) {
    boolean isShort = LabelSyntax.wrongKey(NAMESPACE_LABELS + key.text()).isEmpty();
    if (!isShort) {
      report.add(
          Code.PC0208
              .at(key.span(), "Cilium selects no label of a namespace whose key is this long")
              .withHelp(
                  "select by a label with a shorter key: at most 32 characters before any `/`"));
    }
    return isShort;
  }

  private boolean isKept(Word key, Of of) {
    boolean made = of == Of.PODS && LabelSyntax.isMadeByCilium(key.text());
    boolean kept =
        of == Of.PODS
            ? IdentityLabels.keeps(version, key.text())
            : IdentityLabels.keepsOfNamespace(version, key.text());
    if (made) {
      report.add(
          Code.PC0209
              .at(key.span(), Say.quote(key.text()) + " is a label that no pod carries itself")
              .withHelp(LabelSyntax.insteadOf(key.text())));
    } else if (!kept) {
      report.add(
          Code.PC0209
              .at(key.span(), "Cilium leaves " + Say.quote(key.text()) + " out of identities")
              .withRelated(key.span(), "a condition on it selects nothing")
              .withHelp("select by another label, such as `app.kubernetes.io/name`"));
    }
    return !made && kept;
  }

  private boolean areValues(List<Word> values) {
    boolean all = true;
    for (Word value : values) {
      all &= isValue(value);
    }
    return all;
  }

  private boolean isValue(Word value) {
    boolean is = value.text().isEmpty() || NameSyntax.isLabelText(value.text());
    if (!is) {
      report.add(
          Code.PC0208
              .at(value.span(), Say.quote(value.text()) + " is not the value of a label")
              .withHelp(LabelSyntax.RULE));
    }
    return is;
  }
}
