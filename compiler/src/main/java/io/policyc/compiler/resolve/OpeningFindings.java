package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.PortSet;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is said about requests to a port that another grant opens.
final class OpeningFindings {
  private final Report report;
  private final ModelText text;
  private final Set<Span> open = new HashSet<>();
  private final Set<Span> refused = new HashSet<>();
  private final Set<Span> warned = new HashSet<>();

  OpeningFindings(Report report, ModelText text) {
    this.report = report;
    this.text = text;
  }

  /// What became of requests.
  void tell(Box.Placed requests, Folded folded) {
    if (!folded.open().isEmpty()) {
      open(requests.grant(), folded);
    }
    for (Box.Placed other : folded.mixed()) {
      mixed(requests, other);
    }
  }

  private void open(Grant requests, Folded folded) {
    Span sentence = requests.origin().sentence();
    if (open.add(sentence)) {
      Finding finding =
          Code.PC0334
              .at(
                  sentence,
                  "anything is permitted "
                      + between(requests.sender(), requests.receiver(), folded.open())
                      + ", so that this grant restricts nothing there")
              .withHelp("delete this sentence, or grant requests in the other one, too");
      Span permitted = folded.wider().map(w -> w.grant().origin().sentence()).orElse(sentence);
      report.gather(
          "open by " + permitted.source().place() + ":" + permitted.start(),
          permitted.equals(sentence) ? finding : finding.withRelated(permitted, "permitted here"));
    }
  }

  /// The requests come from the node that their receiver runs on.
  void ownNode(Grant requests) {
    report.add(
        Code.PC0337
            .at(
                requests.origin().sentence(),
                "the node that a pod runs on always reaches it, so that this grant restricts"
                    + " nothing for that node")
            .withHelp("keep the sentence if it says what the node does"));
  }

  // Some ends are spoken of by both, and no rule can tell them from the others.
  private void mixed(Box.Placed requests, Box.Placed other) {
    boolean first = requests.at() < other.at();
    Span later = (first ? other : requests).grant().origin().sentence();
    Span earlier = (first ? requests : other).grant().origin().sentence();
    boolean certain = isCertain(requests.grant(), other.grant());
    if (!refused.contains(later) && (certain ? refused : warned).add(later)) {
      Finding finding =
          certain
              ? refusal(requests.grant(), other.grant(), later)
              : warning(requests.grant(), other.grant(), later);
      String help = help(other.grant().conversation()) + (first ? "" : ", in the other sentence");
      report.add(finding.withRelated(earlier, "the other one").withHelp(help));
    }
  }

  private static boolean isCertain(Grant a, Grant b) {
    return isCertain(a.sender(), b.sender()) && isCertain(a.receiver(), b.receiver());
  }

  private static boolean isCertain(Peer a, Peer b) {
    return Within.is(a, b) || Within.is(b, a);
  }

  private Finding refusal(Grant requests, Grant other, Span later) {
    Peer sender = smaller(requests.sender(), other.sender());
    Peer receiver = smaller(requests.receiver(), other.receiver());
    return Code.PC0335.at(
        later,
        "Cilium would take nothing but HTTP "
            + between(sender, receiver, common(requests, other))
            + ", where one of two grants permits anything");
  }

  private Finding warning(Grant requests, Grant other, Span later) {
    return Code.PC0336.at(
        later,
        "where this grant and another one speak of the same peers, Cilium takes nothing but HTTP on "
            + say(common(requests, other))
            + ", though one of them permits anything");
  }

  private static List<PortRange> common(Grant requests, Grant other) {
    List<PortRange> ports = Guard.ports(requests.conversation());
    List<PortRange> others = Guard.ports(other.conversation());
    return others.isEmpty() ? ports : common(ports, others);
  }

  private static List<PortRange> common(List<PortRange> some, List<PortRange> others) {
    List<PortRange> sorted = others.stream().sorted().toList();
    return new PortSet(new PortSet(sorted).missingOf(some)).missingOf(some);
  }

  private static String help(Conversation open) {
    return open instanceof Conversation.Everything
        ? "name the other ports in place of `reach`, and `request /**` on this one if HTTP is all"
            + " that is spoken there"
        : "write `request /**` in place of `connect to` if HTTP is all that is spoken there";
  }

  private static Peer smaller(Peer a, Peer b) {
    return Within.is(a, b) ? a : b;
  }

  private String between(Peer sender, Peer receiver, List<PortRange> ports) {
    return "from "
        + Say.quote(text.peer(sender))
        + " to "
        + Say.quote(text.peer(receiver))
        + " on "
        + say(ports);
  }

  private static String say(List<PortRange> ports) {
    boolean one = ports.size() == 1 && ports.getFirst().first() == ports.getFirst().last();
    return (one ? "port " : "ports ") + Say.and(ports, PortRange::toString);
  }
}
