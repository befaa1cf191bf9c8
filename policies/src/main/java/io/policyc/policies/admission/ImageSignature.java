package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Notes images whose signatures a sentence asks for: they were not looked at.
///
/// Source: `images of web are signed by …`, `images of web attest …`. Fields: `image` of every
/// container, `spec.volumes[*].image.reference`, `spec.image` of a SpinApp. Such an object is
/// undecided, never allowed.
record ImageSignature() implements Check {
  @Override
  public String id() {
    return "imageSignature";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (PodFacts pods : facts.pods()) {
      pods.pods().images().forEach(image -> judge(pods, image, findings));
    }
    return findings;
  }

  @Override
  public Set<Doubt> doubts(AdmissionFacts facts) {
    return findings(facts).isEmpty()
        ? EnumSet.noneOf(Doubt.class)
        : EnumSet.of(Doubt.SIGNATURE_NOT_CHECKED);
  }

  private void judge(PodFacts pods, Image image, List<Finding> findings) {
    if (image.read() instanceof ImageReference.Read.Valid(var reference)) {
      Images.signed(pods, reference)
          .map(
              origin ->
                  Found.because(
                      Found.note(
                          this, image.place(), "not checked: signatures of `" + reference + "`"),
                      origin))
          .ifPresent(findings::add);
    }
  }
}
