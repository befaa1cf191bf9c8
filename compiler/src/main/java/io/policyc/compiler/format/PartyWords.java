package io.policyc.compiler.format;

import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Word;
import java.util.List;
import java.util.Optional;

/// Parties and conditions on labels as sentences spell them.
final class PartyWords {
  private PartyWords() {}

  static List<String> of(List<? extends Party> parties) {
    return parties.stream().map(PartyWords::of).toList();
  }

  static String of(Party party) {
    return switch (party) {
      case Party.Named(var namespace, var name, var span) ->
          namespace.map(n -> Words.of(n) + "/").orElse("") + Words.of(name);
      case Party.Pods(var labels, var scope, var span) -> "every pod" + block(labels) + in(scope);
      case Party.BuiltIn(var entity, var span) -> entity.word();
      case Party.Anyone(var outside, var but, var span) -> "anyone" + rest(outside, but);
      case Party.Nobody(var outside, var but, var span) -> "nobody" + rest(outside, but);
    };
  }

  private static String rest(Optional<Word> outside, List<Party.Named> but) {
    String others = but.isEmpty() ? "" : " but " + String.join(", ", of(but));
    return outside.map(o -> " outside " + Words.of(o)).orElse("") + others;
  }

  private static String in(Party.Scope scope) {
    return switch (scope) {
      case Party.Scope.Here() -> "";
      case Party.Scope.In(var namespace) -> " in " + Words.of(namespace);
      case Party.Scope.Everywhere() -> " in every namespace";
      case Party.Scope.Labelled(var labels) ->
          " in namespaces" + (labels.isEmpty() ? " {}" : block(labels));
    };
  }

  private static String block(List<LabelTerm> labels) {
    if (labels.isEmpty()) {
      return "";
    }
    List<String> terms = labels.stream().map(l -> Words.apart(label(l).line())).toList();
    return " { " + String.join("; ", terms).stripTrailing() + " }";
  }

  static Phrase label(LabelTerm term) {
    String key = Words.of(term.key());
    return switch (term) {
      case LabelTerm.Is(var k, var value) -> new Phrase().add(key + ": " + Words.of(value));
      case LabelTerm.In(var k, var values, var span) ->
          new Phrase().add(key + " in").list(Words.inParentheses(values));
      case LabelTerm.NotIn(var k, var values, var span) ->
          new Phrase().add(key + " not in").list(Words.inParentheses(values));
      case LabelTerm.Exists(var k, var span) -> new Phrase().add(key + " exists");
      case LabelTerm.Absent(var k, var span) -> new Phrase().add(key + " absent");
    };
  }
}
