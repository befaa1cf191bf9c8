package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fields of a mapping while it is read: of several with one name the last counts, as for an
/// API server, and somebody should look at it.
final class Fields {
  private final Map<String, Value.Field> fields = new LinkedHashMap<>();
  private final Set<String> merged = new HashSet<>();
  private final List<Finding> findings;

  Fields(List<Finding> findings) {
    this.findings = findings;
  }

  void put(Value.Field field) {
    Value.Field before = fields.put(field.name(), field);
    // That a field beats a merged one of its name is what merging is for.
    if (before != null && !merged.remove(field.name()) && !Bounds.isEnough(findings)) {
      findings.add(
          ManifestCode.PC1006
              .at(field.at(), "`" + field.name() + "` stands twice here, and the last one counts")
              .withHelp("remove one of them")
              .withRelated(before.at(), "the first one"));
    }
  }

  /// Takes the fields of a mapping that stands behind `<<`. They win over fields that stand above
  /// it, which is what go.yaml.in/yaml/v2 does and YAML does not say.
  void merge(Value.Mapping mapping, Span key) {
    for (Value.Field field : mapping.fields()) {
      Value.Field before = fields.put(field.name(), field);
      if (before != null && !merged.contains(field.name()) && !Bounds.isEnough(findings)) {
        findings.add(
            ManifestCode.PC1006
                .at(key, "`<<` brings `" + field.name() + "`, which counts over the one above")
                .withHelp("put `<<` first, so that your own fields count")
                .withRelated(before.at(), "the one above"));
      }
      merged.add(field.name());
    }
  }

  List<Value.Field> list() {
    return List.copyOf(fields.values());
  }
}
