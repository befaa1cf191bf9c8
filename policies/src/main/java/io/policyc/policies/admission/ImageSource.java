package io.policyc.policies.admission;

import io.policyc.compiler.model.Requirement;
import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.List;

/// Denies images that come from elsewhere than a sentence says.
///
/// Source: `images of every pod come from ghcr.io/acme/**`. Fields: `image` of every container,
/// `spec.volumes[*].image.reference`, `spec.image` of a SpinApp. Allowed: names that one pattern of
/// each sentence about the pods covers, once they are written out: `nginx` is
/// `docker.io/library/nginx`.
record ImageSource() implements Check {
  @Override
  public String id() {
    return "imageSource";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (PodFacts pods : facts.pods()) {
      List<Requirement.ComeFrom> asked = pods.requirements(Requirement.ComeFrom.class).toList();
      for (Image image : asked.isEmpty() ? List.<Image>of() : pods.pods().images()) {
        judge(image, asked, findings);
      }
    }
    return findings;
  }

  private void judge(Image image, List<Requirement.ComeFrom> asked, List<Finding> findings) {
    if (image.read() instanceof ImageReference.Read.Valid(var reference)) {
      for (Requirement.ComeFrom one : asked) {
        if (Images.covers(one.patterns(), reference) && !Images.matches(one.places(), reference)) {
          findings.add(Found.because(finding(image, reference, one), one.origin()));
          return;
        }
      }
    }
  }

  private Finding finding(Image image, ImageReference reference, Requirement.ComeFrom asked) {
    return Found.error(
        this,
        image.place(),
        "the image of " + image.user() + " comes from `" + reference.name() + "`",
        "take one from `" + String.join("` or `", asked.places()) + "`");
  }
}
