package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The names that sentences speak of.
final class Mentions {
  private Mentions() {}

  /// Tells of every name in a sentence, in the order of the text.
  static void each(Statement statement, Consumer<Party.Named> take) {
    parties(statement).flatMap(Mentions::names).forEach(take);
  }

  private static Stream<Party> parties(Statement statement) {
    return switch (statement) {
      case Statement.Grant s -> both(s.senders(), s.action());
      case Statement.Never s -> both(s.senders(), s.action());
      case Statement.Expect s -> both(s.senders(), s.action());
      case Statement.Deny s -> Stream.concat(s.senders().stream(), s.receivers().stream());
      case Statement.Closed s -> s.subjects().stream();
      case Statement.Alert s -> s.subjects().stream();
      case Statement.RunsWasm s -> s.subjects().stream();
      case Statement.Signed s -> s.images().of().stream();
      case Statement.Attest s -> s.images().of().stream();
      case Statement.ComeFrom s -> s.images().of().stream();
      case Statement.Header _,
          Statement.Import _,
          Statement.Workload _,
          Statement.External _,
          Statement.NamespaceClosed _,
          Statement.Profile _,
          Statement.RuntimeClass _,
          Statement.Except _,
          Statement.Broken _ ->
          Stream.of();
    };
  }

  private static Stream<Party> both(List<Party> senders, Action action) {
    return Stream.concat(senders.stream(), receivers(action).stream());
  }

  private static List<Party> receivers(Action action) {
    return switch (action) {
      case Action.Request a -> a.receivers();
      case Action.Call a -> a.receivers();
      case Action.Connect a -> a.receivers();
      case Action.Reach a -> a.receivers();
      case Action.Ping a -> a.receivers();
      case Action.Resolve _, Action.Use _ -> List.of();
    };
  }

  private static Stream<Party.Named> names(Party party) {
    return switch (party) {
      case Party.Named named -> Stream.of(named);
      case Party.Anyone anyone -> anyone.but().stream();
      case Party.Nobody nobody -> nobody.but().stream();
      case Party.Pods _, Party.BuiltIn _ -> Stream.of();
    };
  }
}
