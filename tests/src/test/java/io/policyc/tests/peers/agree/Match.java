package io.policyc.tests.peers.agree;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.tests.naive.Actor;
import io.policyc.tests.naive.Answer;
import io.policyc.tests.naive.Conversation;
import io.policyc.tests.naive.What;
import java.util.List;

/// How the engine's verdict compares with what the sentences say.
enum Match {
  AGREES(""),
  /// What passes on the port of a DNS server is queries, whatever is granted
  /// (docs/targets/cilium.md).
  ONLY_QUERIES("only as queries to DNS servers"),
  /// Peers that two sentences may have in common speak nothing but HTTP, and the compile said so.
  ONLY_HTTP("only as HTTP, after a warning"),
  /// A pod of another cluster gets less than it would alone, and the compile said so.
  NOT_FROM_AFAR("not from another cluster, after a note"),
  DIFFERS("");

  private final String words;

  Match(String words) {
    this.words = words;
  }

  /// What is permitted in this way; empty for all of it and for nothing.
  String words() {
    return words;
  }

  /// @param remarks what the compile said beside errors
  static Match of(Verdict verdict, Conversation asked, Answer answer, List<Finding> remarks) {
    boolean permitted = answer == Answer.PERMITTED;
    return switch (verdict.outcome()) {
      case PERMITTED -> permitted ? AGREES : DIFFERS;
      case REFUSED ->
          answer == Answer.REFUSED
              ? AGREES
              : isRequestFromAfar(asked) && said(Code.PC0412, remarks) ? NOT_FROM_AFAR : DIFFERS;
      case ONLY_HTTP ->
          answer == Answer.REFUSED
              ? AGREES
              : permitted && said(Code.PC0336, remarks) ? ONLY_HTTP : DIFFERS;
      case ONLY_DNS -> permitted ? ONLY_QUERIES : AGREES;
      case BROKEN -> DIFFERS;
    };
  }

  private static boolean isRequestFromAfar(Conversation asked) {
    return asked.what() instanceof What.Http
        && (asked.sender() instanceof Actor.FarPod || asked.receiver() instanceof Actor.FarPod);
  }

  private static boolean said(Code code, List<Finding> remarks) {
    return remarks.stream().anyMatch(finding -> finding.rule().equals(code.name()));
  }
}
