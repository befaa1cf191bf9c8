package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.manifests.Place;
import java.util.Optional;

/// Notes pods of which Pod Security asks nothing, because a setting exempts who creates them or
/// their RuntimeClass.
///
/// Source: k8s.io/pod-security-admission v0.37.2 admission/admission.go: an exempt RuntimeClass
/// skips what is enforced, audited and warned of.
///
/// @param settings who is exempt
record PodSecurityExemption(AdmissionSettings settings) {
  static final String ID = "podSecurityExemption";

  /// Why nothing is asked of pods; empty where they are judged.
  Optional<Finding> of(Pods pods) {
    Optional<String> user = settings.user().filter(settings.exempt().users()::contains);
    if (user.isPresent()) {
      return Optional.of(note(pods.object().root(), "user `" + user.get() + "` is exempt"));
    }
    return pods.runtimeClass() instanceof ClassName.Named(var name, var place)
            && settings.exempt().runtimeClasses().contains(name)
        ? Optional.of(note(place, "RuntimeClass `" + name + "` is exempt").withPath(place.path()))
        : Optional.empty();
  }

  private static Finding note(Place place, String why) {
    return Finding.at(
        ID, Level.NOTE, place.span(), "Pod Security asks nothing of these pods: " + why);
  }
}
