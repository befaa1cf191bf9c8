package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the fields of pods and of what makes them are those, and of the types, that an API
/// server of Kubernetes 1.36 decodes.
///
/// Source: k8s.io/api v0.36.4, as a table (`kubernetes/1.36/types.txt`, made by
/// `tests/peers/podschema`); decoded as sigs.k8s.io/json does: names are case-sensitive, `null` is
/// of every type, and nothing is converted. Of SpinKube's resources the table is
/// `spin/v1alpha1.txt`.
public final class PodSchema {
  private final boolean strangersAreMistakes;
  private final List<Finding> findings = new ArrayList<>();

  private PodSchema(boolean strangersAreMistakes) {
    this.strangersAreMistakes = strangersAreMistakes;
  }

  /// What an API server would refuse in an object that makes pods (an error: nothing may be
  /// concluded about it), and which of its fields it would ignore (a warning). Of other objects
  /// only `metadata` and the templates of their pods are looked at, where they may have fields of
  /// their own.
  ///
  /// @param more paths of custom resources, as `policyc.toml` names them
  public static List<Finding> check(Manifest object, List<TemplatePath> more) {
    PodSchema schema = new PodSchema(PodTemplates.isBuiltIn(object));
    if (schema.strangersAreMistakes) {
      schema.value(object.root(), object.kind());
    } else {
      schema.value(object.root().field("metadata"), "ObjectMeta");
      PodTemplates.of(object, more).forEach(template -> schema.template(template.place()));
    }
    return List.copyOf(Bounds.shown(schema.findings, object.value().span().source()));
  }

  private void template(Place place) {
    if (place.value().orElseThrow() instanceof Value.Mapping) {
      value(place.field("metadata"), "ObjectMeta");
      value(place.field("spec"), "PodSpec");
    } else {
      findings.add(place.wrong("an object"));
    }
  }

  private void value(Place place, String type) {
    if (place.value().isEmpty() || Bounds.isEnough(findings)) {
      return;
    }
    if (type.startsWith("[]")) {
      list(place, type.substring(2));
    } else if (type.startsWith("{}")) {
      map(place, type.substring(2));
    } else {
      single(place, type);
    }
  }

  private void list(Place place, String type) {
    if (place.value().orElseThrow() instanceof Value.Sequence) {
      place.items().forEach(item -> value(item, type));
    } else {
      findings.add(place.wrong("a list"));
    }
  }

  private void map(Place place, String type) {
    if (place.value().orElseThrow() instanceof Value.Mapping) {
      place.fields().forEach(field -> value(place.field(field.name()), type));
    } else {
      findings.add(place.wrong("an object"));
    }
  }

  private void single(Place place, String type) {
    switch (type) {
      case "any" -> {}
      case "string" -> findings.addAll(place.text().findings());
      case "time" -> time(place);
      case "boolean" -> findings.addAll(place.bool().findings());
      case "int32" -> findings.addAll(place.int32().findings());
      case "int64" -> findings.addAll(place.int64().findings());
      case "intOrString" -> intOrString(place);
      case "quantity" -> quantity(place);
      default -> object(place, PodTypes.fields(type));
    }
  }

  private void time(Place place) {
    if (!place.text().value().map(Rfc3339::is).orElse(false)) {
      findings.add(place.wrong("a time such as `2026-01-02T03:04:05Z`"));
    }
  }

  private void intOrString(Place place) {
    if (!(place.value().orElseThrow() instanceof Value.Text)
        && place.int32() instanceof Read.Wrong<Long>) {
      findings.add(place.wrong("a string or a whole number of 32 bits"));
    }
  }

  private void quantity(Place place) {
    boolean is =
        switch (place.value().orElseThrow()) {
          case Value.Numeric _ -> true;
          case Value.Text(var text, Span _) -> Quantity.is(text.strip());
          case Value.Bool _, Value.Mapping _, Value.Sequence _, Value.Null _ -> false;
        };
    if (!is) {
      findings.add(place.wrong("a quantity such as `500m` or `1Gi`"));
    }
  }

  private void object(Place place, Map<String, String> types) {
    if (!(place.value().orElseThrow() instanceof Value.Mapping)) {
      findings.add(place.wrong("an object"));
      return;
    }
    for (Value.Field field : place.fields()) {
      String type = types.get(field.name());
      if (type != null) {
        value(place.field(field.name()), type);
      } else if (strangersAreMistakes) {
        findings.add(unknown(place, field, types));
      }
    }
  }

  private static Finding unknown(Place place, Value.Field field, Map<String, String> types) {
    Finding finding =
        ManifestCode.PC1021
            .at(field.at(), "`" + field.name() + "` is no field here, and an API server ignores it")
            .withPath(place.path().child(field.name()));
    Optional<String> near = Suggest.nearest(field.name(), types.keySet());
    return finding.withHelp(
        near.map(name -> "did you mean `" + name + "`?")
            .orElse("remove it, or look where it belongs"));
  }
}
