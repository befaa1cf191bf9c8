package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.findings.Suggest;
import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Denies pods that name a RuntimeClass which does not exist, or none at all by an empty name.
///
/// Source: k8s.io/kubernetes v1.36.4 plugin/pkg/admission/runtimeclass: an API server refuses such
/// a Pod and accepts a controller of them; ValidateRuntimeClassName refuses an empty or malformed
/// name everywhere. Fields: `spec.runtimeClassName`; of a SpinAppExecutor,
/// `spec.deploymentConfig.runtimeClassName`. Allowed: unset; a class that a sentence or a manifest
/// declares. Sentences that declare classes declare all of them; manifests alone may be a part, so
/// that a stranger is a warning; where nothing is declared, a note says that it is not known.
record RuntimeClassExists() implements Check {
  @Override
  public String id() {
    return "runtimeClassExists";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (Place place : places(facts)) {
      judge(place, facts.cluster().runtimeClasses()).ifPresent(findings::add);
    }
    if (facts.is("node.k8s.io", "RuntimeClass")) {
      contradiction(facts).ifPresent(findings::add);
    }
    return findings;
  }

  @Override
  public Set<Doubt> doubts(AdmissionFacts facts) {
    boolean unknown =
        facts.cluster().runtimeClasses().isEmpty()
            && places(facts).stream().anyMatch(place -> !Fields.text(place).isEmpty());
    return unknown ? Set.of(Doubt.RUNTIME_CLASS_UNKNOWN) : Set.of();
  }

  /// The fields that name a class; a SpinApp's class is named by its executor.
  private static List<Place> places(AdmissionFacts facts) {
    List<Place> places = new ArrayList<>();
    for (PodFacts pods : facts.pods()) {
      pods.pods().pod().map(pod -> pod.spec().field("runtimeClassName")).ifPresent(places::add);
    }
    if (facts.is(SpinExecutors.GROUP, "SpinAppExecutor")) {
      Place place = facts.object().root().at("spec", "deploymentConfig", "runtimeClassName");
      if (!Fields.text(place).isEmpty()) {
        places.add(place);
      }
    }
    return places.stream().filter(Place::isSet).toList();
  }

  private Optional<Finding> judge(Place place, RuntimeClasses classes) {
    String name = Fields.text(place);
    if (!isDnsName(name)) {
      return Optional.of(
          Found.error(
              this,
              place,
              "`" + name + "` is no name for a RuntimeClass",
              "name a class, or remove `runtimeClassName` for the ordinary runtime"));
    }
    if (!classes.of(name).isEmpty()) {
      return Optional.empty();
    }
    if (classes.isEmpty()) {
      return Optional.of(
          Found.note(this, place, "not checked: whether RuntimeClass `" + name + "` exists"));
    }
    String message = "RuntimeClass `" + name + "` is not declared";
    String help = help(name, classes);
    return Optional.of(
        classes.complete()
            ? Found.error(this, place, message, help)
            : Found.warning(this, place, message + " in the input", help));
  }

  private static String help(String name, RuntimeClasses classes) {
    return Suggest.nearest(name, classes.names())
        .map(near -> "did you mean `" + near + "`?")
        .orElse("declare it with `runtime class " + name + " { handler … }`");
  }

  private Optional<Finding> contradiction(AdmissionFacts facts) {
    Place handler = facts.object().root().field("handler");
    return facts.cluster().runtimeClasses().of(facts.object().name().orElse("")).stream()
        .filter(one -> !one.handler().equals(Fields.text(handler)))
        .findFirst()
        .map(
            one ->
                Found.warning(
                        this,
                        handler,
                        "the handler is `"
                            + Fields.text(handler)
                            + "` here and `"
                            + one.handler()
                            + "` elsewhere",
                        "say the same in both places")
                    .withRelated(one.at(), "the other one"));
  }

  /// As Kubernetes validates names of classes: at most 253 letters in lower case, digits, `-`, `.`.
  static boolean isDnsName(String name) {
    if (name.isEmpty() || name.length() > 253) {
      return false;
    }
    for (String label : name.split("\\.", -1)) {
      boolean inside =
          label.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
      if (label.isEmpty() || !inside || label.startsWith("-") || label.endsWith("-")) {
        return false;
      }
    }
    return true;
  }
}
