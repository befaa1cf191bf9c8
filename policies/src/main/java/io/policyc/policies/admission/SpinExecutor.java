package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Denies SpinAppExecutors that make pods without a RuntimeClass, and warns of SpinApps whose pods
/// will not run.
///
/// Source: spinkube/spin-operator, internal/controller/spinapp_controller.go (the class is written
/// into the pods as it is, no securityContext is) and internal/webhook/spinapp_validating.go (an
/// executor must exist in the app's namespace). Fields: `spec.deploymentConfig.runtimeClassName`
/// and `spinImage` of an executor, `spec.executor` of an app. Allowed: a class; an executor without
/// deployments; an executor that is in the input, where any of the namespace is.
record SpinExecutor() implements Check {
  @Override
  public String id() {
    return "spinExecutor";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (facts.is(SpinExecutors.GROUP, "SpinAppExecutor")) {
      executor(facts.object().root().field("spec")).ifPresent(findings::add);
    } else if (SpinApps.is(facts.object())) {
      lookup(facts).ifPresent(findings::add);
      restricted(facts).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> executor(Place spec) {
    Place config = spec.field("deploymentConfig");
    Place name = config.field("runtimeClassName");
    if (!Fields.isTrue(spec.field("createDeployment")) || !Fields.text(name).isEmpty()) {
      return Optional.empty();
    }
    Place image = config.field("spinImage");
    return Optional.of(
        Fields.text(image).isEmpty()
            ? Found.error(
                this,
                name,
                "apps of this executor name no RuntimeClass",
                "write `runtimeClassName:` and a class whose handler is Spin's")
            : Found.warning(
                this,
                image,
                "apps of this executor run in an ordinary container, which pulls them by itself",
                "write `runtimeClassName:` in place of `spinImage:`"));
  }

  private Optional<Finding> lookup(AdmissionFacts facts) {
    SpinExecutors executors = facts.cluster().executors();
    Place place = facts.object().root().at("spec", "executor");
    Optional<Manifest> executor = executors.of(facts.object(), facts.namespace());
    return executor.isPresent() || !executors.isKnown(facts.namespace())
        ? Optional.empty()
        : Optional.of(
            Found.warning(
                this,
                place,
                "executor `"
                    + Fields.text(place)
                    + "` is not in the input, and others of the namespace are",
                "name an executor of namespace `" + facts.namespace() + "`"));
  }

  private Optional<Finding> restricted(AdmissionFacts facts) {
    return facts.cluster().namespace(facts.namespace()).enforce().stream()
        .filter(asked -> asked.policy().level() == PodSecurityLevel.RESTRICTED)
        .findFirst()
        .map(
            asked ->
                asked.explain(
                    Found.warning(
                        this,
                        facts.object().root().at("metadata", "name"),
                        "the Spin operator makes pods without a `securityContext`, which `"
                            + asked.policy()
                            + "` refuses",
                        "give them one with a mutating webhook, or run them in a namespace of their own")));
  }
}
