package io.policyc.tests.naive;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every sentence of an input, by kind.
public final class Input {
  /// One file of an input.
  ///
  /// @param foreign whether it was read by a `foreign import`
  public record Part(PolicyFile file, boolean foreign) {}

  final List<Said<Statement.Workload>> workloads = new ArrayList<>();
  final List<Said<Statement.External>> externals = new ArrayList<>();
  final List<Said<Statement.Grant>> grants = new ArrayList<>();
  final List<Said<Statement.Closed>> closed = new ArrayList<>();
  final List<Said<Statement.NamespaceClosed>> closedNamespaces = new ArrayList<>();
  final List<Said<Statement.Deny>> denials = new ArrayList<>();

  /// Sorts the sentences of files. Imports are not followed: the files that they name stand in the
  /// list themselves.
  public Input(List<Part> parts) {
    parts.forEach(this::read);
  }

  /// An input of one file that is not foreign.
  public static Input of(PolicyFile file) {
    return new Input(List.of(new Part(file, false)));
  }

  private void read(Part part) {
    Optional<String> namespace = Optional.empty();
    boolean foreign = part.foreign();
    for (Statement statement : part.file().statements()) {
      if (statement instanceof Statement.Header header) {
        namespace = Optional.of(header.namespace().text());
        foreign = part.foreign() || header.foreign();
      } else if (!part.foreign() || isDeclaration(statement)) {
        keep(statement, namespace, foreign);
      }
    }
  }

  // What a foreign file grants, denies or closes is somebody else's: it decides nothing here.
  private static boolean isDeclaration(Statement statement) {
    return statement instanceof Statement.Workload || statement instanceof Statement.External;
  }

  private void keep(Statement statement, Optional<String> namespace, boolean foreign) {
    switch (statement) {
      case Statement.Workload s -> workloads.add(new Said<>(s, namespace, foreign || s.foreign()));
      case Statement.External s -> externals.add(new Said<>(s, namespace, foreign));
      case Statement.Grant s -> grants.add(new Said<>(s, namespace, foreign));
      case Statement.Closed s -> closed.add(new Said<>(s, namespace, foreign));
      case Statement.NamespaceClosed s -> closedNamespaces.add(new Said<>(s, namespace, foreign));
      case Statement.Deny s -> denials.add(new Said<>(s, namespace, foreign));
      case Statement.Broken s -> throw new IllegalArgumentException("not understood: " + s.span());
      case Statement.Header _,
          Statement.Import _,
          Statement.Never _,
          Statement.Expect _,
          Statement.Alert _,
          Statement.RunsWasm _,
          Statement.Profile _,
          Statement.Signed _,
          Statement.Attest _,
          Statement.ComeFrom _,
          Statement.RuntimeClass _,
          Statement.Except _ -> {}
    }
  }
}
