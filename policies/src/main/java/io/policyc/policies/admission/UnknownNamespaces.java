package io.policyc.policies.admission;

import io.policyc.compiler.model.Requirement;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;

/// Notes sentences that may be about pods: they speak of namespaces with certain labels, and the
/// pods' own Namespace object is not in the input.
final class UnknownNamespaces {
  private UnknownNamespaces() {}

  static void judge(AdmissionFacts facts, Verdict verdict) {
    for (PodFacts pods : facts.pods()) {
      for (Requirement one : pods.unknown()) {
        Finding note =
            Finding.at(
                rule(one),
                Level.NOTE,
                pods.pods().where().span(),
                "whether a sentence is about these pods is not known: namespace `"
                    + pods.pods().namespace()
                    + "` is not in the input");
        verdict.judge(note.withRelated(one.origin().sentence(), "the sentence"));
        verdict.doubt(rule(one), Doubt.NAMESPACE_UNKNOWN);
      }
    }
  }

  private static String rule(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Wasm _, Requirement.Capabilities _ -> new WasmRuntimeClass().id();
      case Requirement.Signed _, Requirement.Attested _ -> new ImageSignature().id();
      case Requirement.ComeFrom _ -> new ImageSource().id();
      case Requirement.Profile _ -> new NamespaceLabel().id();
    };
  }
}
