package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.List;

/// What becomes of the objects of an input.
///
/// @param judgements one for each object, in the order of the objects
/// @param general what is found of none of them: exemptions that nothing uses, for one
public record Reviewed(List<Judgement> judgements, List<Finding> general) {
  public Reviewed {
    judgements = List.copyOf(judgements);
    general = List.copyOf(general);
  }
}
