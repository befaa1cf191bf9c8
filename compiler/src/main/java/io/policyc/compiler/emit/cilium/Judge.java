package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.ClusterFlags;
import io.policyc.compiler.cilium.Conflict;
import io.policyc.compiler.cilium.Conflicts;
import io.policyc.compiler.cilium.RegexRules;
import io.policyc.compiler.cilium.Sanitize;
import io.policyc.compiler.cilium.Violation;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import java.util.List;
import java.util.Optional;

/// Judges what was made as the API server, Cilium and Envoy would, on every compile.
final class Judge {
  private final Sanitize sanitize;
  private final Report report;

  Judge(Settings settings, RegexRules regexes, Report report) {
    this.sanitize = new Sanitize(settings.cilium().version(), ClusterFlags.DEFAULT, regexes);
    this.report = report;
  }

  void check(List<Policy> policies) {
    List<List<Violation>> violations =
        Parallel.map(policies, policy -> sanitize.violations(policy.policy()));
    for (int i = 0; i < policies.size(); i++) {
      check(policies.get(i), violations.get(i));
    }
    List<CiliumNetworkPolicy> objects = policies.stream().map(Policy::policy).toList();
    for (Conflict conflict : Conflicts.find(objects)) {
      tell(conflict, policies);
    }
  }

  private void check(Policy policy, List<Violation> violations) {
    for (Violation violation : violations) {
      Sentence sentence =
          policy.sentenceAt(violation.path()).orElseThrow(() -> fault(policy, violation));
      report.add(
          Code.PC0409
              .at(sentence.span(), "Cilium would refuse this: " + violation.message())
              .withPath(new ObjectPath(policy.object() + ": " + violation.path()))
              .withHelp(
                  "change what the path names, or report this where nothing of it was written"));
    }
  }

  // What no sentence asked for, the compiler made up.
  private static IllegalStateException fault(Policy policy, Violation violation) {
    return new IllegalStateException(
        policy.object() + " " + violation.path() + ": " + violation.message());
  }

  private void tell(Conflict conflict, List<Policy> policies) {
    Optional<Sentence> first = sentence(conflict.first(), policies);
    Optional<Sentence> second = sentence(conflict.second(), policies);
    Sentence at =
        second.or(() -> first).orElseThrow(() -> new IllegalStateException(conflict.toString()));
    boolean two = first.isPresent() && second.isPresent();
    Finding finding =
        Code.PC0406
            .at(
                at.span(),
                "this cannot be enforced together with "
                    + (two ? "another sentence" : "the DNS rules that policyc adds")
                    + ": they "
                    + conflict.kind().words()
                    + " for the same peers and port")
            .withHelp(
                two ? "use different ports, or ask for the same in both" : "use another port");
    report.add(two ? finding.withRelated(first.get().span(), "the other sentence") : finding);
  }

  private static Optional<Sentence> sentence(Conflict.Place place, List<Policy> policies) {
    return policies.get(place.policy()).sentenceAt(place.path());
  }
}
