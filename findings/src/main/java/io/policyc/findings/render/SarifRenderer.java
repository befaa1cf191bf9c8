package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.Related;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Findings as SARIF 2.1.0, for code scanning and editors.
///
/// GitHub refuses a whole file in which a result has no file, or that holds more than 25,000
/// results: a finding without a place is put at the first input, and what is beyond the limit is
/// left out, errors last, and counted in a notification.
public final class SarifRenderer implements Renderer {
  private static final int LIMIT = 25_000;
  // GitHub refuses more than 1,000 places of one result, and shows 100.
  private static final int RELATED = 100;
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final String version;
  private final Function<String, Rule> rules;
  private final String fallback;

  /// @param version of policyc
  /// @param rules what is known of a rule by its id
  /// @param inputs the names of the files that were read, as far as they are known
  public SarifRenderer(String version, Function<String, Rule> rules, List<String> inputs) {
    this.version = version;
    this.rules = rules;
    this.fallback = inputs.stream().findFirst().orElse("policyc.toml");
  }

  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public String render(List<Finding> findings) {
    List<Finding> all = Ordered.worstFirst(findings);
    List<Finding> shown = all.subList(0, Math.min(LIMIT, all.size()));
    Map<Finding, String> fingerprints = Fingerprints.of(Ordered.of(findings));
    JsonWriter json = new JsonWriter().object().text("$schema", SCHEMA).text("version", "2.1.0");
    json.list("runs").object();
    Map<String, Integer> indexes = tool(json, shown);
    invocation(json, all.subList(shown.size(), all.size()));
    json.text("columnKind", "utf16CodeUnits").list("results");
    for (Finding finding : shown) {
      json.object().text("ruleId", finding.rule());
      json.number("ruleIndex", indexes.getOrDefault(finding.rule(), -1));
      result(json, finding);
      json.object("partialFingerprints");
      json.text("policyc/v1", fingerprints.getOrDefault(finding, "")).endObject().endObject();
    }
    return json.endList().endObject().endList().endObject().toString();
  }

  private Map<String, Integer> tool(JsonWriter json, List<Finding> findings) {
    Map<String, Integer> indexes = new TreeMap<>();
    findings.forEach(finding -> indexes.put(finding.rule(), 0));
    json.object("tool").object("driver").text("name", "policyc").text("version", version);
    json.text("informationUri", "https://policyc.io").list("rules");
    int index = 0;
    for (Map.Entry<String, Integer> entry : indexes.entrySet()) {
      entry.setValue(index++);
      rule(json, entry.getKey(), rules.apply(entry.getKey()));
    }
    json.endList().endObject().endObject();
    return indexes;
  }

  private static void rule(JsonWriter json, String id, Rule rule) {
    json.object().text("id", id);
    message(json, "shortDescription", rule.title());
    message(json, "fullDescription", rule.title());
    if (!rule.uri().isEmpty()) {
      json.text("helpUri", rule.uri());
    }
    if (!rule.page().isEmpty()) {
      json.object("help").text("text", rule.page()).text("markdown", rule.page()).endObject();
    }
    json.endObject();
  }

  private static void invocation(JsonWriter json, List<Finding> omitted) {
    json.list("invocations").object().bool("executionSuccessful", true);
    if (!omitted.isEmpty()) {
      json.list("toolExecutionNotifications").object();
      json.text("level", omitted.getFirst().level().word());
      message(json, "message", "left out, beyond " + LIMIT + ": " + Summary.of(omitted).text());
      json.endObject().endList();
    }
    json.endObject().endList();
  }

  private void result(JsonWriter json, Finding finding) {
    json.text("level", finding.level().word());
    message(json, "message", SarifText.of(finding));
    json.list("locations").object();
    finding
        .at()
        .ifPresentOrElse(
            at -> SarifPlace.physical(json, at), () -> SarifPlace.physical(json, fallback));
    String where = Told.where(finding);
    if (!where.isEmpty()) {
      json.list("logicalLocations").object();
      json.text("fullyQualifiedName", where).endObject().endList();
    }
    json.endObject().endList();
    related(json, finding);
    finding.fix().ifPresent(fix -> SarifPlace.fix(json, fix));
  }

  private static void related(JsonWriter json, Finding finding) {
    List<Related> others = finding.related();
    if (others.isEmpty()) {
      return;
    }
    json.list("relatedLocations");
    for (Related related : others.subList(0, Math.min(RELATED, others.size()))) {
      json.object();
      SarifPlace.physical(json, related.at());
      message(json, "message", SarifText.plain(related.message()));
      json.endObject();
    }
    json.endList();
  }

  private static void message(JsonWriter json, String name, String text) {
    json.object(name).text("text", text).endObject();
  }
}
