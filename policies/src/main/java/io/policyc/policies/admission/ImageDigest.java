package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.List;

/// Denies signed images that are named by tag: it can move between the verdict and the pull.
///
/// Source: `images of web are signed by …`, `images of web attest …`. Fields: `image` of every
/// container, `spec.volumes[*].image.reference`, `spec.image` of a SpinApp. Allowed: a digest, with
/// or without a tag; a tag where the setting `tags` is `resolve`; images that no such sentence is
/// about.
record ImageDigest() implements Check {
  @Override
  public String id() {
    return "imageDigest";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (facts.cluster().settings().tags() == AdmissionSettings.Tags.REFUSE) {
      for (PodFacts pods : facts.pods()) {
        pods.pods().images().forEach(image -> judge(pods, image, findings));
      }
    }
    return findings;
  }

  private void judge(PodFacts pods, Image image, List<Finding> findings) {
    if (image.read() instanceof ImageReference.Read.Valid(var reference)
        && reference.digest().isEmpty()) {
      Images.signed(pods, reference)
          .map(origin -> Found.because(finding(image, reference), origin))
          .ifPresent(findings::add);
    }
  }

  private Finding finding(Image image, ImageReference reference) {
    String tag = reference.tag().map(text -> "by tag `" + text + "`").orElse("without a digest");
    return Found.error(
        this,
        image.place(),
        "the image of " + image.user() + " must be signed and is named " + tag,
        "write `" + reference + "@sha256:…`");
  }
}
