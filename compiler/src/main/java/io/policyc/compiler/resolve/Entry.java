package io.policyc.compiler.resolve;

import io.policyc.compiler.model.External;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Span;
import java.util.List;

/// What a declaration says, before it is known what closes it.
sealed interface Entry {
  /// Where it is declared; empty for an external above the first header.
  String namespace();

  /// What it is called.
  String name();

  /// The name in the declaration.
  Span declared();

  /// Whether something was wrong with the declaration: then nothing is said that may follow from
  /// it.
  boolean damaged();

  /// `shop/web`
  default String qualifiedName() {
    return namespace().isEmpty() ? name() : namespace() + "/" + name();
  }

  /// Some pods of one namespace.
  record OfWorkload(
      String namespace,
      String name,
      Selection selection,
      List<NamedPort> ports,
      boolean foreign,
      Span declared,
      boolean damaged)
      implements Entry {
    public OfWorkload {
      ports = List.copyOf(ports);
    }
  }

  /// Something outside.
  record OfExternal(External external, boolean damaged) implements Entry {
    @Override
    public String namespace() {
      return external.namespace();
    }

    @Override
    public String name() {
      return external.name();
    }

    @Override
    public Span declared() {
      return external.declared();
    }
  }
}
