package io.policyc.policies.admission;

import io.policyc.compiler.model.Requirement;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is found of no object.
final class General {
  private General() {}

  static List<Finding> of(Cluster cluster) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(exemptClasses(cluster));
    findings.addAll(new NamespaceLabel().notes(cluster));
    findings.addAll(undeclaredClasses(cluster));
    return findings;
  }

  /// Whoever must name a class for wasm, and whoever likes to, is past Pod Security where that
  /// class is exempt.
  private static List<Finding> exemptClasses(Cluster cluster) {
    List<Finding> findings = new ArrayList<>();
    for (String name : cluster.settings().exempt().runtimeClasses()) {
      List<Requirement.Wasm> asked = asked(cluster, name).toList();
      boolean wasm =
          !asked.isEmpty()
              || RuntimeClasses.isWasm(name)
              || cluster.runtimeClasses().of(name).stream().anyMatch(RuntimeClasses.Known::wasm);
      if (wasm) {
        Finding finding =
            Finding.of(
                    PodSecurityExemption.ID,
                    Level.WARNING,
                    "RuntimeClass `"
                        + name
                        + "` runs wasm and is exempt: Pod Security asks nothing of pods that name it")
                .withHelp(
                    "remove it from `exempt-runtime-classes`, here and in the cluster's own configuration");
        for (Requirement.Wasm one : asked) {
          finding = finding.withRelated(one.origin().sentence(), "this sentence has pods name it");
        }
        findings.add(finding);
      }
    }
    return findings;
  }

  /// Whoever obeys such a sentence names a class that does not exist.
  private static List<Finding> undeclaredClasses(Cluster cluster) {
    RuntimeClasses classes = cluster.runtimeClasses();
    List<Finding> findings = new ArrayList<>();
    for (Requirement.Wasm one : cluster.requirements(Requirement.Wasm.class).toList()) {
      for (String name : classes.complete() ? one.runtimeClasses() : List.<String>of()) {
        if (classes.of(name).isEmpty()) {
          findings.add(
              Finding.at(
                      new RuntimeClassExists().id(),
                      Level.WARNING,
                      one.origin().sentence(),
                      "RuntimeClass `" + name + "` is not declared, and others are")
                  .withHelp("write `runtime class " + name + " { handler … }`"));
        }
      }
    }
    return findings;
  }

  private static Stream<Requirement.Wasm> asked(Cluster cluster, String name) {
    return cluster
        .requirements(Requirement.Wasm.class)
        .filter(one -> one.runtimeClasses().contains(name));
  }
}
