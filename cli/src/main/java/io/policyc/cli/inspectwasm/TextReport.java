package io.policyc.cli.inspectwasm;

import io.policyc.findings.render.Visible;
import io.policyc.signatures.wasm.Artifact;
import io.policyc.signatures.wasm.Binary;
import io.policyc.signatures.wasm.Capability;
import io.policyc.signatures.wasm.Export;
import io.policyc.signatures.wasm.Import;
import io.policyc.signatures.wasm.SpinApp;
import java.util.List;
import java.util.stream.Collectors;

/// What was inspected, for people.
final class TextReport {
  private final StringBuilder out = new StringBuilder();

  private TextReport() {}

  static String of(List<Inspected> all) {
    TextReport report = new TextReport();
    for (Inspected one : all) {
      report.out.append(report.out.isEmpty() ? "" : "\n");
      report.one(one);
    }
    return all.isEmpty() ? "no images\n" : report.out.toString();
  }

  private void one(Inspected one) {
    line(0, one.name() + ": " + one.kind());
    one.parts().forEach(part -> part(part, one.artifact().isPresent()));
    one.artifact().flatMap(Artifact::spin).ifPresent(this::spin);
    line(1, "capabilities: " + words(one.capabilities()));
    one.artifact().ifPresent(this::doubts);
  }

  private static String words(List<Capability> capabilities) {
    return capabilities.isEmpty()
        ? "none"
        : capabilities.stream().map(Capability::word).collect(Collectors.joining(", "));
  }

  private void part(Inspected.Part part, boolean named) {
    if (named) {
      line(1, Inspected.word(part.binary()) + " " + part.name());
    }
    if (part.binary() instanceof Binary.Malformed(int offset, String why)) {
      line(1, "cannot be read at byte " + offset + ": " + why);
    }
    part.binary().asked().forEach(this::asked);
    part.binary().offered().forEach(this::offered);
  }

  private void asked(Import one) {
    String capability = Inspected.capability(one).map(words -> ": " + words).orElse("");
    line(1, "imports " + one.kind().word() + " " + one + capability);
  }

  private void offered(Export one) {
    line(1, "exports " + one.kind().word() + " " + one);
  }

  private void spin(SpinApp app) {
    for (SpinApp.Component component : app.components()) {
      line(
          1,
          "component " + component.id() + " may reach " + none(component.allowedOutboundHosts()));
      if (!component.stores().isEmpty()) {
        line(1, "component " + component.id() + " may open " + none(component.stores()));
      }
    }
    app.triggers()
        .forEach(t -> line(1, "trigger " + t.type() + t.component().map(c -> " " + c).orElse("")));
  }

  private static String none(List<String> texts) {
    return texts.isEmpty() ? "nobody" : String.join(", ", texts);
  }

  private void doubts(Artifact artifact) {
    artifact
        .contradictions()
        .forEach(one -> line(1, "contradiction[" + one.id().word() + "]: " + one.detail()));
    artifact.unread().forEach(why -> line(1, "not read: " + why));
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(Visible.text(text)).append('\n');
  }
}
