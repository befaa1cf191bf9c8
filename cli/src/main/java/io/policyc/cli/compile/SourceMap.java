package io.policyc.cli.compile;

import io.policyc.compiler.emit.Document;
import io.policyc.findings.Span;
import io.policyc.findings.render.JsonWriter;
import java.util.List;

/// Which sentence stands behind which part of which object, in the form of
/// `docs/schema/source-map-1.json`.
final class SourceMap {
  private SourceMap() {}

  /// The map of some documents, as JSON.
  static String of(List<Document> documents) {
    JsonWriter json = new JsonWriter().object().number("version", 1).list("documents");
    documents.forEach(document -> document(json, document));
    return json.endList().endObject().toString();
  }

  private static void document(JsonWriter json, Document document) {
    json.object().text("file", document.path()).list("parts");
    document.sources().forEach(origin -> part(json, origin));
    json.endList().endObject();
  }

  private static void part(JsonWriter json, Document.Origin origin) {
    Span at = origin.sentence();
    json.object().text("object", origin.object()).text("path", origin.path().text());
    json.object("sentence")
        .text("file", at.source().place())
        .number("line", at.line())
        .number("column", at.column())
        .text("text", at.text())
        .endObject();
    json.endObject();
  }
}
