package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.List;

/// One condition on labels, of pods or of namespaces.
public sealed interface LabelTerm extends WorkloadItem {
  /// The label's key.
  Word key();

  /// `app: web`
  record Is(Word key, Word value) implements LabelTerm {
    @Override
    public Span span() {
      return key.span().to(value.span());
    }
  }

  /// `tier in (api, core)`
  record In(Word key, List<Word> values, Span span) implements LabelTerm {
    public In {
      values = List.copyOf(values);
    }
  }

  /// `tier not in (api, core)`: true also for pods without the label, as in Kubernetes.
  record NotIn(Word key, List<Word> values, Span span) implements LabelTerm {
    public NotIn {
      values = List.copyOf(values);
    }
  }

  /// `canary exists`
  record Exists(Word key, Span span) implements LabelTerm {}

  /// `canary absent`
  record Absent(Word key, Span span) implements LabelTerm {}
}
