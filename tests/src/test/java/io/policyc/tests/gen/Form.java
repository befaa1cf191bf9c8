package io.policyc.tests.gen;

import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Condition;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Forms of sentences that generated conversations must try in both outcomes.
public enum Form {
  REQUEST,
  MATCHING,
  WITHOUT_QUERY,
  WITH_HOST,
  WITH_HEADER,
  WITH_SNI,
  MUTUAL_AUTH,
  CALL,
  CONNECT,
  REACH,
  PING,
  LOOKUP,
  DENY,
  NAMED_ENDS,
  SENDER_GROUP,
  SENDER_ANYONE,
  SENDER_ENTITY,
  SENDER_EXTERNAL,
  RECEIVER_GROUP,
  RECEIVER_ANYONE,
  RECEIVER_ENTITY,
  RECEIVER_EXTERNAL,
  LEFT_OUT,
  FOREIGN,
  NAMELESS_END,
  FAR_END;

  /// What a grant is an example of.
  static Set<Form> of(Statement.Grant grant) {
    Set<Form> forms = EnumSet.noneOf(Form.class);
    switch (grant.action()) {
      case Action.Request a -> {
        forms.add(a.paths() instanceof Action.Paths.Matching ? MATCHING : REQUEST);
        a.conditions().forEach(condition -> forms.add(of(condition)));
      }
      case Action.Call _ -> forms.add(CALL);
      case Action.Connect a -> {
        forms.add(CONNECT);
        a.conditions().forEach(condition -> forms.add(of(condition)));
      }
      case Action.Reach _ -> forms.add(REACH);
      case Action.Ping _ -> forms.add(PING);
      case Action.Resolve _, Action.Use _ -> forms.add(LOOKUP);
    }
    return forms;
  }

  private static Form of(Condition condition) {
    return switch (condition) {
      case Condition.Header _ -> WITH_HEADER;
      case Condition.Host _ -> WITH_HOST;
      case Condition.WithoutQuery _ -> WITHOUT_QUERY;
      case Condition.MutualAuth _ -> MUTUAL_AUTH;
      case Condition.Sni _ -> WITH_SNI;
    };
  }

  /// What a pair of ends is an example of.
  static Set<Form> of(Party sender, Party receiver, List<String> externals) {
    Set<Form> forms = EnumSet.noneOf(Form.class);
    boolean namedSender = sender instanceof Party.Named n && !externals.contains(n.name().text());
    boolean namedReceiver =
        receiver instanceof Party.Named n && !externals.contains(n.name().text());
    if (leavesOut(sender) || leavesOut(receiver)) {
      forms.add(LEFT_OUT);
    }
    if (namedSender && namedReceiver) {
      forms.add(NAMED_ENDS);
    }
    if (!namedSender) {
      forms.add(end(sender, SENDER_EXTERNAL, SENDER_GROUP, SENDER_ENTITY, SENDER_ANYONE));
    }
    if (!namedReceiver) {
      forms.add(end(receiver, RECEIVER_EXTERNAL, RECEIVER_GROUP, RECEIVER_ENTITY, RECEIVER_ANYONE));
    }
    return forms;
  }

  private static boolean leavesOut(Party party) {
    return party instanceof Party.Anyone(var outside, var but, _)
        && (outside.isPresent() || !but.isEmpty());
  }

  private static Form end(Party party, Form external, Form group, Form entity, Form anyone) {
    return switch (party) {
      case Party.Named _ -> external;
      case Party.Pods _ -> group;
      case Party.BuiltIn _ -> entity;
      case Party.Anyone _, Party.Nobody _ -> anyone;
    };
  }
}
