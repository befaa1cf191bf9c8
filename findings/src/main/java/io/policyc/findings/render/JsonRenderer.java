package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.List;

/// Findings for programs, in the form that `docs/schema/findings-1.json` describes.
///
/// Later versions only add members, so a reader ignores those that it does not know.
public final class JsonRenderer implements Renderer {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public String render(List<Finding> findings) {
    JsonWriter json = new JsonWriter().object().number("version", 1).list("findings");
    Ordered.of(findings).forEach(finding -> finding(json, finding));
    json.endList();
    summary(json, Summary.of(findings));
    return json.endObject().toString();
  }

  private static void finding(JsonWriter json, Finding finding) {
    json.object()
        .text("rule", finding.rule())
        .text("level", finding.level().word())
        .text("message", finding.message());
    finding.at().ifPresent(at -> place(json, at));
    json.text("object", finding.object())
        .text("path", finding.path().map(ObjectPath::text))
        .text("help", finding.help());
    related(json, finding);
    finding
        .fix()
        .ifPresent(
            fix -> {
              json.object("fix");
              place(json, fix.at());
              json.text("replacement", fix.replacement()).endObject();
            });
    json.endObject();
  }

  private static void related(JsonWriter json, Finding finding) {
    if (finding.related().isEmpty()) {
      return;
    }
    json.list("related");
    finding
        .related()
        .forEach(
            related -> {
              json.object();
              place(json, related.at());
              json.text("message", related.message()).endObject();
            });
    json.endList();
  }

  private static void place(JsonWriter json, Span at) {
    json.object("at").text("file", at.source().name());
    position(json, "start", at.source(), at.start());
    position(json, "end", at.source(), at.end());
    json.endObject();
  }

  private static void position(JsonWriter json, String name, Source source, int offset) {
    json.object(name)
        .number("offset", offset)
        .number("line", source.line(offset))
        .number("column", source.column(offset))
        .endObject();
  }

  private static void summary(JsonWriter json, Summary summary) {
    json.object("summary")
        .number("errors", summary.errors())
        .number("warnings", summary.warnings())
        .number("notes", summary.notes())
        .endObject();
  }
}
