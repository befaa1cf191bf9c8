package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sentences of an input, each with the header above it.
///
/// @param headers the `namespace` lines
/// @param workloads declarations, those of foreign files too
/// @param externals declarations, those of foreign files too
/// @param others every other sentence of files that are not foreign
/// @param silence what cannot be known for sentences that were not understood
record Outline(
    List<Placed<Statement.Header>> headers,
    List<Placed<Statement.Workload>> workloads,
    List<Placed<Statement.External>> externals,
    List<Placed<Statement>> others,
    Silence silence) {

  static Outline of(List<Unit> units) {
    Outline outline =
        new Outline(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new Silence());
    units.forEach(outline::read);
    return outline;
  }

  private void read(Unit unit) {
    Home home = new Home(Optional.empty(), unit.foreign(), false);
    for (Statement statement : unit.file().statements()) {
      home = next(statement, home, unit);
      sort(statement, home, unit);
    }
  }

  private Home next(Statement statement, Home home, Unit unit) {
    return switch (statement) {
      case Statement.Header h ->
          new Home(Optional.of(h.namespace().text()), unit.foreign() || h.foreign(), false);
      case Statement.Broken _ -> new Home(home.namespace(), home.foreign(), true);
      default -> home;
    };
  }

  // What a foreign file grants, denies or closes is somebody else's: it decides nothing here.
  private void sort(Statement statement, Home home, Unit unit) {
    switch (statement) {
      case Statement.Header s -> headers.add(new Placed<>(s, home));
      case Statement.Workload s -> workloads.add(new Placed<>(s, home));
      case Statement.External s -> externals.add(new Placed<>(s, home));
      case Statement.Broken s -> silence.broken(s.span());
      case Statement.Import _ -> {}
      // Which classes a cluster has is a fact, whoever says it.
      case Statement.RuntimeClass s -> others.add(new Placed<>(s, home));
      case Statement.Grant _,
          Statement.Closed _,
          Statement.NamespaceClosed _,
          Statement.Deny _,
          Statement.Never _,
          Statement.Expect _,
          Statement.Alert _,
          Statement.RunsWasm _,
          Statement.Profile _,
          Statement.Signed _,
          Statement.Attest _,
          Statement.ComeFrom _,
          Statement.Except _ ->
          other(new Placed<>(statement, home), unit);
    }
  }

  private void other(Placed<Statement> placed, Unit unit) {
    if (!unit.foreign()) {
      others.add(placed);
    }
  }
}
