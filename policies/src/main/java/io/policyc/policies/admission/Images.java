package io.policyc.policies.admission;

import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which images sentences are about.
final class Images {
  private Images() {}

  /// Whether a sentence about images is about this one.
  ///
  /// @param patterns which images; none is all of them
  static boolean covers(List<String> patterns, ImageReference image) {
    return patterns.isEmpty() || matches(patterns, image);
  }

  /// Whether a pattern covers an image.
  static boolean matches(List<String> patterns, ImageReference image) {
    return patterns.stream().anyMatch(pattern -> ImagePattern.of(pattern).matches(image));
  }

  /// The first sentence that asks for a signature or an attestation of an image of pods.
  static Optional<Origin> signed(PodFacts pods, ImageReference image) {
    Stream<Origin> signed =
        pods.requirements(Requirement.Signed.class)
            .filter(one -> covers(one.patterns(), image))
            .map(Requirement.Signed::origin);
    Stream<Origin> attested =
        pods.requirements(Requirement.Attested.class)
            .filter(one -> covers(one.patterns(), image))
            .map(Requirement.Attested::origin);
    return Stream.concat(signed, attested).findFirst();
  }
}
