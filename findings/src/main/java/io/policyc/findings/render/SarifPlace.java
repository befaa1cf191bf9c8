package io.policyc.findings.render;

import io.policyc.findings.Fix;
import io.policyc.findings.Source;
import io.policyc.findings.Span;

/// Places as SARIF writes them.
final class SarifPlace {
  private SarifPlace() {}

  /// A part of a file.
  static void physical(JsonWriter json, Span at) {
    json.object("physicalLocation");
    artifact(json, at.source().name());
    region(json, "region", at);
    json.endObject();
  }

  /// A file as a whole.
  static void physical(JsonWriter json, String file) {
    json.object("physicalLocation");
    artifact(json, file);
    json.endObject();
  }

  /// A change of a file.
  static void fix(JsonWriter json, Fix fix) {
    json.list("fixes").object().list("artifactChanges").object();
    artifact(json, fix.at().source().name());
    json.list("replacements").object();
    region(json, "deletedRegion", fix.at());
    json.object("insertedContent").text("text", fix.replacement()).endObject();
    json.endObject().endList().endObject().endList().endObject().endList();
  }

  private static void artifact(JsonWriter json, String file) {
    json.object("artifactLocation").text("uri", FileUri.of(file));
    if (!file.startsWith("/")) {
      json.text("uriBaseId", "%SRCROOT%");
    }
    json.endObject();
  }

  // The end is exclusive here, too.
  private static void region(JsonWriter json, String name, Span at) {
    Source source = at.source();
    json.object(name)
        .number("startLine", source.line(at.start()))
        .number("startColumn", source.column(at.start()))
        .number("endLine", source.line(at.end()))
        .number("endColumn", source.column(at.end()))
        .endObject();
  }
}
