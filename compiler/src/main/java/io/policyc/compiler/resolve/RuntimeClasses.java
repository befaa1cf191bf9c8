package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.RuntimeClassItem;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.RuntimeClass;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `runtime class wasmtime-wasi { handler wasmtime }`: which RuntimeClasses the cluster has.
final class RuntimeClasses {
  private final Report report;
  private final ObjectNames objects;
  private final Map<String, Declared> first = new LinkedHashMap<>();
  private final List<RuntimeClass> classes = new ArrayList<>();
  private final List<Word> named = new ArrayList<>();

  /// @param name of the class, where it was declared first
  /// @param at what says its handler there
  private record Declared(Word name, String handler, Word at) {}

  RuntimeClasses(Report report) {
    this.report = report;
    this.objects = new ObjectNames(report);
  }

  void read(Statement.RuntimeClass sentence) {
    Optional<Word> handler = handler(sentence);
    boolean spelt = objects.check(sentence.name());
    boolean handled = handler.map(this::isHandler).orElse(true);
    boolean broken = sentence.items().stream().anyMatch(RuntimeClassItem.Broken.class::isInstance);
    if (!spelt || !handled || broken) {
      return;
    }
    String by = handler.orElse(sentence.name()).text();
    if (isSame(sentence, by, handler.orElse(sentence.name()))) {
      boolean wasm =
          sentence.items().stream().anyMatch(RuntimeClassItem.RunsWasm.class::isInstance);
      classes.add(new RuntimeClass(sentence.name().text(), by, wasm, Origins.of(sentence)));
    }
  }

  /// Takes in a class that a sentence asks pods to name.
  void named(List<Word> words) {
    words.stream().filter(word -> NameSyntax.isSubdomain(word.text())).forEach(named::add);
  }

  /// Every declaration that can be used, one for each sentence.
  List<RuntimeClass> classes() {
    return classes;
  }

  /// Of classes in canonical order, each once: one that any sentence says runs wasm does.
  static List<RuntimeClass> once(List<RuntimeClass> sorted) {
    Map<String, RuntimeClass> once = new LinkedHashMap<>();
    for (RuntimeClass one : sorted) {
      once.merge(
          one.name(),
          one,
          (a, b) -> new RuntimeClass(a.name(), a.handler(), a.wasm() || b.wasm(), a.origin()));
    }
    return List.copyOf(once.values());
  }

  /// Says where a class is asked for that is called almost like one that is declared.
  void check() {
    for (Word word : named) {
      if (!first.containsKey(word.text())) {
        Suggest.nearest(word.text(), first.keySet()).ifPresent(near -> near(word, near));
      }
    }
  }

  private void near(Word word, String near) {
    report.gather(
        "class " + word.text(),
        Code.PC0616
            .at(word.span(), "no sentence declares a runtime class " + Say.quote(word.text()))
            .withHelp("did you mean " + Say.quote(near) + "?")
            .withRelated(declared(near).name().span(), "declared here"));
  }

  private Declared declared(String name) {
    return java.util.Objects.requireNonNull(first.get(name));
  }

  private static Optional<Word> handler(Statement.RuntimeClass sentence) {
    return sentence.items().stream()
        .filter(RuntimeClassItem.Handler.class::isInstance)
        .map(item -> ((RuntimeClassItem.Handler) item).name())
        .findFirst();
  }

  // Kubernetes asks for a DNS label.
  private boolean isHandler(Word word) {
    boolean label =
        word.text().length() <= 63
            && word.text().indexOf('.') < 0
            && NameSyntax.isSubdomain(word.text());
    if (!label) {
      report.add(
          Code.PC0202
              .at(word.span(), "no handler of a RuntimeClass is named " + Say.quote(word.text()))
              .withHelp("use lower-case letters, digits and `-`, at most 63"));
    }
    return label;
  }

  private boolean isSame(Statement.RuntimeClass sentence, String handler, Word at) {
    Declared before =
        first.putIfAbsent(sentence.name().text(), new Declared(sentence.name(), handler, at));
    if (before == null || before.handler().equals(handler)) {
      return true;
    }
    report.add(
        Code.PC0610
            .at(
                at.span(),
                "runtime class "
                    + Say.quote(sentence.name().text())
                    + " has two handlers, "
                    + Say.quote(before.handler())
                    + " and "
                    + Say.quote(handler))
            .withHelp("keep the one that the cluster has: `kubectl get runtimeclass` shows it")
            .withRelated(before.at().span(), "declared here before"));
    return false;
  }
}
