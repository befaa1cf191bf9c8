package io.policyc.compiler.emit.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.AllowRule;
import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.Entity;
import io.policyc.compiler.cilium.FqdnSelector;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.cilium.L7Rules;
import io.policyc.compiler.cilium.Metadata;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.cilium.PolicyRule;
import io.policyc.compiler.cilium.PortProtocol;
import io.policyc.compiler.cilium.PortRule;
import io.policyc.compiler.cilium.Protocol;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.model.Denial;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What no sentence becomes today, made by hand.
final class JudgeTest {
  private static final Source TEXT = new Source("x.policy", "first\nsecond\n");
  private static final Sentence FIRST = Sentence.of(origin(0, 5));
  private static final Sentence SECOND = Sentence.of(origin(6, 12));

  private static Origin origin(int start, int end) {
    return new Origin(new Span(TEXT, start, end), List.of(), Optional.empty());
  }

  @Test
  void namesTheSentenceBehindWhatCiliumRefuses() {
    Finding finding = judged(policy("a", rule(port(99_999)), Causes.of(FIRST))).getFirst();
    assertEquals("PC0409", finding.rule());
    assertEquals(Optional.of(FIRST.span()), finding.at());
    assertEquals(
        "Cilium would refuse this: `99999` is neither a port nor a port's name", finding.message());
    assertEquals(
        Optional.of("change what the path names, or report this where nothing of it was written"),
        finding.help());
    assertTrue(finding.path().orElseThrow().text().contains("shop/a: spec.egress[0].toPorts[0]"));
  }

  @Test
  void callsWhatNoSentenceAskedForAFaultOfItsOwn() {
    Policy policy = policy("a", rule(port(99_999)), Causes.because("added"));
    IllegalStateException fault = assertThrows(IllegalStateException.class, () -> judged(policy));
    assertTrue(fault.toString().contains("CiliumNetworkPolicy shop/a spec.egress[0]"));
  }

  @Test
  void namesBothSentencesThatCannotBeMerged() {
    L7Rules http = L7Rules.http(List.of(HttpRule.EVERY));
    L7Rules dns = L7Rules.dns(List.of(FqdnSelector.pattern("*")));
    Finding finding =
        judged(
                policy("a", rule(port(53).withRules(http)), Causes.of(FIRST)),
                policy("b", rule(port(53).withRules(dns)), Causes.of(SECOND)))
            .getFirst();
    assertEquals("PC0406", finding.rule());
    assertEquals(1, finding.related().size());
    assertEquals(
        List.of(FIRST.span(), SECOND.span()),
        List.of(finding.related().getFirst().at(), finding.at().orElseThrow()));
  }

  @Test
  void refusesADenyWithoutAnEndHere() {
    Denial denial =
        new Denial(
            new Peer.Of(Peer.Entity.WORLD),
            new Peer.Of(Peer.Entity.CLUSTER),
            List.of(),
            FIRST.origin());
    Model model =
        new Model(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(denial),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Checked<?> emitted = new CiliumBackend().emit(model, Settings.DEFAULT);
    Finding finding = emitted.findings().getFirst();
    assertEquals("PC0408", finding.rule());
    assertEquals(Optional.of(FIRST.span()), finding.at());
    assertEquals(
        "neither end of this `deny` is pods that this input may write policies for",
        finding.message());
    assertEquals(
        Optional.of("name a workload or the pods of one namespace of this input at one end"),
        finding.help());
  }

  private static List<Finding> judged(Policy... policies) {
    Report report = new Report();
    new Judge(Settings.DEFAULT, new Expressions(), report).check(List.of(policies));
    return report.findings();
  }

  private static PortRule port(int number) {
    return PortRule.of(List.of(PortProtocol.of(number, Protocol.TCP)));
  }

  private static AllowRule rule(PortRule ports) {
    return AllowRule.of(new Peers.Entities(List.of(Entity.HOST))).withPorts(List.of(ports));
  }

  private static Policy policy(String name, AllowRule rule, Causes causes) {
    PolicyRule spec =
        PolicyRule.about(EndpointSelector.labels(Map.of("app", "web")))
            .withEgress(List.of(rule), List.of());
    Contents contents =
        new Contents(List.of(), List.of(), List.of(new Laid<>(rule, causes, List.of())), List.of());
    return new Policy(
        CiliumNetworkPolicy.of(Metadata.of("shop", name), spec), contents, new TreeSet<>());
  }
}
