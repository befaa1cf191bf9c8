package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import java.util.List;

/// `nobody` sends nothing, and that is all that can be said of it.
final class Nobody {
  private final Report report;

  Nobody(Report report) {
    this.report = report;
  }

  /// Reports `nobody` among the receivers of an action.
  void refuse(Action action) {
    for (Party receiver : receivers(action)) {
      if (receiver instanceof Party.Nobody) {
        report.add(
            Code.PC0332
                .at(receiver.span(), "`nobody` is never a receiver")
                .withHelp("write `expect web cannot reach anyone` for what is not to be sent"));
      }
    }
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
}
