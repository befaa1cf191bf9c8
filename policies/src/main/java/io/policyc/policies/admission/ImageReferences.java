package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Denies images whose name no container runtime can read.
///
/// Source: github.com/distribution/reference v0.6.0. An API server takes any name that is not
/// empty, and the node then says InvalidImageName. Fields: `image` of every container,
/// `spec.volumes[*].image.reference`, `spec.image` of a SpinApp. Allowed: what can be read; unset
/// in the template of a custom resource, and for an image volume in any template, where a
/// controller may fill it in.
record ImageReferences() implements Check {
  @Override
  public String id() {
    return "imageReference";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (PodFacts pods : facts.pods()) {
      for (Image image : pods.pods().images()) {
        if (!mayBeUnset(pods.pods(), image)) {
          judge(image).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static boolean mayBeUnset(Pods pods, Image image) {
    boolean isVolume = image.place().path().text().endsWith(".reference");
    boolean filledIn = isVolume ? !pods.isPod() : pods.pod().isPresent() && !pods.isBuiltIn();
    return image.text().isEmpty() && filledIn;
  }

  private Optional<Finding> judge(Image image) {
    Place place = image.place();
    return switch (image.read()) {
      case ImageReference.Read.Valid _ -> Optional.empty();
      case ImageReference.Read.Invalid(var why, var help) ->
          Optional.of(
              Found.error(
                  this,
                  place,
                  "the image `" + image.text() + "` of " + image.user() + " " + why,
                  help));
    };
  }
}
