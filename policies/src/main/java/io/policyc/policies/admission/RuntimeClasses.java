package io.policyc.policies.admission;

import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.RuntimeClass;
import io.policyc.findings.Span;
import io.policyc.manifests.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// The RuntimeClasses that a cluster has, as far as an input says.
///
/// @param known by name; several where a manifest and a sentence, or two environments, speak of one
/// @param complete whether these are all: sentences that declare classes declare all of them
record RuntimeClasses(SortedMap<String, List<Known>> known, boolean complete) {
  /// Parts of the names of handlers that run wasm.
  ///
  /// Source: runwasi's shims (wasmtime, wasmedge, wasmer, wamr), the Spin, slight, wws and lunatic
  /// shims, runwasi's documentation (`wasm`) and crun (`crun-wasm`).
  private static final Set<String> WASM =
      Set.of(
          "lunatic",
          "slight",
          "spin",
          "wamr",
          "wasi",
          "wasm",
          "wasmedge",
          "wasmer",
          "wasmtime",
          "wws");

  /// A class, and who speaks of it.
  ///
  /// @param handler what runs its pods; empty where a manifest does not say
  /// @param wasm whether the handler runs wasm
  /// @param at the sentence, or the manifest's name
  record Known(String handler, boolean wasm, Span at) {}

  static RuntimeClasses of(List<Subject> subjects, Optional<Model> model) {
    SortedMap<String, List<Known>> known = new TreeMap<>();
    List<RuntimeClass> declared = model.map(Model::runtimeClasses).orElse(List.of());
    for (RuntimeClass one : declared) {
      add(
          known,
          one.name(),
          new Known(one.handler(), one.wasm() || isWasm(one.handler()), one.origin().sentence()));
    }
    for (Subject subject : subjects) {
      Manifest object = subject.object();
      if (object.kind().equals("RuntimeClass") && object.group().equals("node.k8s.io")) {
        String handler = Fields.text(object.root().field("handler"));
        Span at = object.root().at("metadata", "name").span();
        add(known, object.name().orElse(""), new Known(handler, isWasm(handler), at));
      }
    }
    return new RuntimeClasses(known, !declared.isEmpty());
  }

  private static void add(SortedMap<String, List<Known>> known, String name, Known one) {
    known.computeIfAbsent(name, _ -> new ArrayList<>()).add(one);
  }

  /// Whether a handler is known to run wasm: `spin`, `wasmtime-spin-v2`, `crun-wasm`.
  static boolean isWasm(String handler) {
    int start = 0;
    for (int i = 0; i <= handler.length(); i++) {
      boolean ends = i == handler.length() || "-_.".indexOf(handler.charAt(i)) >= 0;
      if (ends && WASM.contains(handler.substring(start, i))) {
        return true;
      }
      start = ends ? i + 1 : start;
    }
    return false;
  }

  /// Who speaks of a class; none where nobody does.
  List<Known> of(String name) {
    return known.getOrDefault(name, List.of());
  }

  /// Whether anything is known at all.
  boolean isEmpty() {
    return known.isEmpty();
  }

  /// The names, sorted.
  SortedSet<String> names() {
    return java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(known.keySet()));
  }
}
