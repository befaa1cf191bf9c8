package io.policyc.cli.inspectwasm;

import io.policyc.findings.render.JsonWriter;
import io.policyc.signatures.Digest;
import io.policyc.signatures.wasm.Artifact;
import io.policyc.signatures.wasm.Binary;
import io.policyc.signatures.wasm.Capability;
import io.policyc.signatures.wasm.Export;
import io.policyc.signatures.wasm.Import;
import io.policyc.signatures.wasm.SpinApp;
import java.util.List;

/// What was inspected, for programs: `docs/schema/inspect-wasm-1.json`.
final class JsonReport {
  private final JsonWriter json = new JsonWriter();

  private JsonReport() {}

  static String of(List<Inspected> all) {
    JsonReport report = new JsonReport();
    report.json.object().number("version", 1).list("inspected");
    all.forEach(report::one);
    return report.json.endList().endObject().toString();
  }

  private void one(Inspected one) {
    json.object().text("name", one.name()).text("kind", one.kind());
    texts("capabilities", one.capabilities().stream().map(Capability::word).toList());
    json.list("parts");
    one.parts().forEach(this::part);
    json.endList();
    one.artifact().flatMap(Artifact::spin).ifPresent(this::spin);
    one.artifact().ifPresent(this::doubts);
    json.endObject();
  }

  private void texts(String name, List<String> texts) {
    json.list(name);
    texts.forEach(json::item);
    json.endList();
  }

  private void part(Inspected.Part part) {
    json.object().text("name", part.name()).text("form", Inspected.word(part.binary()));
    if (part.binary() instanceof Binary.Malformed(int offset, String why)) {
      json.object("malformed").number("offset", offset).text("why", why).endObject();
    }
    json.list("imports");
    part.binary().asked().forEach(this::asked);
    json.endList().list("exports");
    part.binary().offered().forEach(this::offered);
    json.endList().endObject();
  }

  private void asked(Import one) {
    json.object()
        .text("from", one.from())
        .text("name", one.name())
        .text("implementing", one.implementing())
        .text("kind", one.kind().word())
        .text("capability", Inspected.capability(one))
        .endObject();
  }

  private void offered(Export one) {
    json.object()
        .text("name", one.name())
        .text("implementing", one.implementing())
        .text("kind", one.kind().word())
        .endObject();
  }

  private void spin(SpinApp app) {
    json.object("spin").list("components");
    for (SpinApp.Component one : app.components()) {
      json.object().text("id", one.id()).text("source", one.source().map(Digest::toString));
      texts("allowedOutboundHosts", one.allowedOutboundHosts());
      texts("stores", one.stores());
      json.endObject();
    }
    json.endList().list("triggers");
    app.triggers()
        .forEach(
            one ->
                json.object()
                    .text("type", one.type())
                    .text("component", one.component())
                    .endObject());
    json.endList().endObject();
  }

  private void doubts(Artifact artifact) {
    json.list("contradictions");
    artifact
        .contradictions()
        .forEach(
            one ->
                json.object().text("id", one.id().word()).text("detail", one.detail()).endObject());
    json.endList();
    texts("unread", artifact.unread());
  }
}
