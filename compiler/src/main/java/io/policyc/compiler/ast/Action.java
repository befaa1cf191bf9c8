package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.List;

/// What a sentence lets happen, forbids, or expects.
public sealed interface Action {
  /// Where it stands, from its verb to its last port or condition.
  Span span();

  /// `GET, HEAD /api/v1/items/{id}, /api/v1/prices on backend port http without query`
  ///
  /// @param methods as written; empty for `request`, any method
  record Request(
      List<Word> methods,
      Paths paths,
      List<Party> receivers,
      PortClause ports,
      List<Condition> conditions,
      Span span)
      implements Action {
    public Request {
      methods = List.copyOf(methods);
      receivers = List.copyOf(receivers);
      conditions = List.copyOf(conditions);
    }
  }

  /// `call shop.Cart/AddItem, shop.Cart/* on backend`
  record Call(
      List<Word> methods,
      List<Party> receivers,
      PortClause ports,
      List<Condition> conditions,
      Span span)
      implements Action {
    public Call {
      methods = List.copyOf(methods);
      receivers = List.copyOf(receivers);
      conditions = List.copyOf(conditions);
    }
  }

  /// `connect to db port 5432 with mutual auth`
  record Connect(List<Party> receivers, PortClause ports, List<Condition> conditions, Span span)
      implements Action {
    public Connect {
      receivers = List.copyOf(receivers);
      conditions = List.copyOf(conditions);
    }
  }

  /// `reach backend`
  record Reach(List<Party> receivers, List<Condition> conditions, Span span) implements Action {
    public Reach {
      receivers = List.copyOf(receivers);
      conditions = List.copyOf(conditions);
    }
  }

  /// `ping backend`
  record Ping(List<Party> receivers, Span span) implements Action {
    public Ping {
      receivers = List.copyOf(receivers);
    }
  }

  /// `resolve *.corp.example`
  record Resolve(List<Word> names, Span span) implements Action {
    public Resolve {
      names = List.copyOf(names);
    }
  }

  /// `use wasi:keyvalue`
  record Use(List<Word> capabilities, Span span) implements Action {
    public Use {
      capabilities = List.copyOf(capabilities);
    }
  }

  /// The paths of a request.
  sealed interface Paths {
    /// `/api/v1/items/{id}, /api/v1/prices`
    record Patterns(List<Word> patterns) implements Paths {
      public Patterns {
        patterns = List.copyOf(patterns);
      }
    }

    /// `path matching re"/v[12]/.*"`: over path and query, anchored at both ends.
    record Matching(Word expression) implements Paths {}
  }
}
