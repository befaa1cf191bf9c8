package io.policyc.policies.admission;

import io.policyc.compiler.model.Requirement;
import io.policyc.findings.Finding;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Denies pods that run wasm and do not name a RuntimeClass for it: an ordinary runtime would start
/// them.
///
/// Source: `web runs wasm on wasmtime-wasi`, and what marks a pod as wasm ([WasmMark]). Fields:
/// `spec.runtimeClassName`; of a SpinApp, that of its executor. Allowed: a class that each of the
/// sentences names; for marked pods any class; one whose handler is known to run wasm, or of which
/// no handler is known.
record WasmRuntimeClass() implements Check {
  @Override
  public String id() {
    return "wasmRuntimeClass";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (PodFacts pods : facts.pods()) {
      judge(pods, facts.cluster()).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> judge(PodFacts pods, Cluster cluster) {
    ClassName name = pods.pods().runtimeClass();
    List<Requirement.Wasm> asked = pods.requirements(Requirement.Wasm.class).toList();
    if (!asked.isEmpty()) {
      return sentences(name, asked).or(() -> handler(name, cluster));
    }
    return pods.pods()
        .pod()
        .flatMap(WasmMark::of)
        .flatMap(mark -> marked(name, mark).or(() -> handler(name, cluster)));
  }

  @Override
  public Set<Doubt> doubts(AdmissionFacts facts) {
    boolean unknown =
        facts.pods().stream()
            .filter(pods -> pods.requirements(Requirement.Wasm.class).findAny().isPresent())
            .anyMatch(pods -> pods.pods().runtimeClass() instanceof ClassName.Unknown);
    return unknown ? Set.of(Doubt.RUNTIME_CLASS_UNKNOWN) : Set.of();
  }

  private Optional<Finding> sentences(ClassName name, List<Requirement.Wasm> asked) {
    Optional<Finding> finding =
        switch (name) {
          case ClassName.None(var place) ->
              Optional.of(
                  Found.error(
                      this,
                      place,
                      "these pods run wasm and name no RuntimeClass",
                      "write `runtimeClassName: " + allowed(asked) + "`"));
          case ClassName.Unknown(var place) ->
              Optional.of(
                  Found.note(
                      this,
                      place,
                      "which RuntimeClass these pods name is not known: their executor is not in the input"));
          case ClassName.Named(var text, var place) ->
              asked.stream()
                  .filter(one -> !one.runtimeClasses().contains(text))
                  .findFirst()
                  .map(
                      one ->
                          Found.error(
                              this,
                              place,
                              "RuntimeClass `"
                                  + text
                                  + "` is none of those that these pods may name",
                              help(text, one.runtimeClasses())));
        };
    return finding.map(one -> because(one, name, asked));
  }

  /// A class that every sentence allows; where there is none, one of the first.
  private static String allowed(List<Requirement.Wasm> asked) {
    List<String> first = asked.getFirst().runtimeClasses();
    return first.stream()
        .filter(name -> asked.stream().allMatch(one -> one.runtimeClasses().contains(name)))
        .findFirst()
        .orElse(first.getFirst());
  }

  private static Finding because(Finding finding, ClassName name, List<Requirement.Wasm> asked) {
    Finding explained = finding;
    for (Requirement.Wasm one : asked) {
      boolean broken =
          !(name instanceof ClassName.Named(var text, _)) || !one.runtimeClasses().contains(text);
      explained = broken ? Found.because(explained, one.origin()) : explained;
    }
    return explained;
  }

  private static String help(String text, List<String> classes) {
    return Suggest.nearest(text, classes)
        .map(near -> "did you mean `" + near + "`?")
        .orElse("name `" + String.join("` or `", classes) + "`");
  }

  private Optional<Finding> marked(ClassName name, WasmMark mark) {
    return name instanceof ClassName.None(var place)
        ? Optional.of(
            Found.error(
                    this,
                    place,
                    "`" + mark.text() + "` marks these pods as wasm, and they name no RuntimeClass",
                    "write `runtimeClassName:` and a class for wasm, or remove the mark")
                .withRelated(mark.place().span(), "this marks them"))
        : Optional.empty();
  }

  private Optional<Finding> handler(ClassName name, Cluster cluster) {
    if (!(name instanceof ClassName.Named(var text, var place))) {
      return Optional.empty();
    }
    return cluster.runtimeClasses().of(text).stream()
        .filter(one -> !one.handler().isEmpty() && !one.wasm())
        .findFirst()
        .map(
            one ->
                Found.error(
                        this,
                        place,
                        "RuntimeClass `"
                            + text
                            + "` has handler `"
                            + one.handler()
                            + "`, which is not known to run wasm",
                        "name another class, or say `runs wasm` in a `runtime class` sentence about it")
                    .withRelated(one.at(), "this says which handler it has"));
  }
}
