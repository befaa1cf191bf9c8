package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// Who a sentence speaks of, as written.
public sealed interface Party {
  /// Where it stands.
  Span span();

  /// `web`, `data/db`: a workload or an external.
  record Named(Optional<Word> namespace, Word name, Span span) implements Party {}

  /// `every pod { db-client: "true" } in namespaces { team: payments }`
  ///
  /// @param labels what the pods' own labels must meet; empty for all pods
  /// @param scope the namespaces that are meant
  record Pods(List<LabelTerm> labels, Scope scope, Span span) implements Party {
    public Pods {
      labels = List.copyOf(labels);
    }
  }

  /// `world`, `every node` and the other built-in names of Cilium's entities.
  record BuiltIn(Entity entity, Span span) implements Party {}

  /// `anyone`, `anyone outside shop`, `anyone but backend, api`.
  ///
  /// @param outside the namespace whose pods are left out
  /// @param but the workloads whose pods are left out
  record Anyone(Optional<Word> outside, List<Named> but, Span span) implements Party {
    public Anyone {
      but = List.copyOf(but);
    }
  }

  /// `nobody`, `nobody outside shop`: only in `expect`.
  record Nobody(Optional<Word> outside, List<Named> but, Span span) implements Party {
    public Nobody {
      but = List.copyOf(but);
    }
  }

  /// Which namespaces `every pod` ranges over.
  sealed interface Scope {
    /// The namespace of the sentence.
    record Here() implements Scope {}

    /// `in monitoring`
    record In(Word namespace) implements Scope {}

    /// `in every namespace`
    record Everywhere() implements Scope {}

    /// `in namespaces { team: payments }`
    record Labelled(List<LabelTerm> labels) implements Scope {
      public Labelled {
        labels = List.copyOf(labels);
      }
    }
  }

  /// The built-in names that stand for Cilium's entities.
  enum Entity {
    WORLD("world"),
    CLUSTER("cluster"),
    HOST("host"),
    REMOTE_NODE("remote-node"),
    /// `host` and `remote-node`.
    EVERY_NODE("every node"),
    KUBE_APISERVER("kube-apiserver"),
    CILIUM_INGRESS("cilium-ingress");

    private final String word;

    Entity(String word) {
      this.word = word;
    }

    /// What sentences call it.
    public String word() {
      return word;
    }
  }
}
