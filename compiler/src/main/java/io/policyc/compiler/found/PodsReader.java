package io.policyc.compiler.found;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.found.FoundPods.Condition;
import io.policyc.compiler.found.FoundPods.Port;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import io.policyc.compiler.model.PortRange;
import io.policyc.findings.Finding;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import io.policyc.manifests.PodTemplate;
import io.policyc.manifests.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what makes pods of a template.
final class PodsReader {
  /// Kinds whose selector is a mapping of labels, as a Service's is.
  private static final Set<String> PLAIN_SELECTOR = Set.of("ReplicationController");

  /// Kinds whose selector, where one is written, is made by the server: it names a single object.
  private static final Set<String> MADE_SELECTOR = Set.of("Job", "CronJob", "Pod");

  private final List<Finding> findings;
  private final FieldReader read;

  PodsReader(List<Finding> findings) {
    this.findings = findings;
    this.read = new FieldReader(findings);
  }

  /// The pods of an object; empty where a field has a wrong type, which was said.
  Optional<FoundPods> read(Manifest object, PodTemplate template) {
    int before = findings.size();
    FoundPods pods =
        new FoundPods(
            object.kind(),
            object.name().orElseThrow(),
            object.namespace(),
            object.root().at("metadata", "name").span(),
            selector(object, template),
            read.texts(template.metadata().field("labels")),
            read.text(template.spec().field("serviceAccountName")),
            ports(template.spec()));
    return findings.size() == before ? Optional.of(pods) : Optional.empty();
  }

  private List<Condition> selector(Manifest object, PodTemplate template) {
    Place selector = object.root().at("spec", "selector");
    List<Condition> own =
        MADE_SELECTOR.contains(object.kind())
            ? List.of()
            : PLAIN_SELECTOR.contains(object.kind()) ? labels(selector) : conditions(selector);
    return own.isEmpty() ? labels(template.metadata().field("labels")) : own;
  }

  private List<Condition> labels(Place labels) {
    List<Condition> conditions = new ArrayList<>();
    for (Value.Field field : labels.fields()) {
      read.text(labels.field(field.name()))
          .ifPresent(
              value ->
                  conditions.add(
                      new Condition(LabelRequirement.is(field.name(), value), field.at())));
    }
    return conditions;
  }

  private List<Condition> conditions(Place selector) {
    List<Condition> conditions = new ArrayList<>(labels(selector.field("matchLabels")));
    for (Place expression : selector.field("matchExpressions").items()) {
      expression(expression).ifPresent(conditions::add);
    }
    return conditions;
  }

  private Optional<Condition> expression(Place place) {
    List<String> values = new ArrayList<>();
    for (Place value : place.field("values").items()) {
      read.text(value).ifPresent(values::add);
    }
    return read.text(place.field("operator"))
        .flatMap(PodsReader::operator)
        .flatMap(
            operator ->
                read.text(place.field("key"))
                    .map(
                        key ->
                            new Condition(
                                new LabelRequirement(key, operator, values), place.span())));
  }

  // An API server refuses any other one.
  private static Optional<Operator> operator(String text) {
    return switch (text) {
      case "In" -> Optional.of(Operator.IN);
      case "NotIn" -> Optional.of(Operator.NOT_IN);
      case "Exists" -> Optional.of(Operator.EXISTS);
      case "DoesNotExist" -> Optional.of(Operator.ABSENT);
      default -> Optional.empty();
    };
  }

  private List<Port> ports(Place spec) {
    Map<PortRange, Port> ports = new LinkedHashMap<>();
    for (Place container : containers(spec)) {
      for (Place place : container.field("ports").items()) {
        port(place).ifPresent(port -> ports.merge(port.range(), port, PodsReader::named));
      }
    }
    return List.copyOf(ports.values());
  }

  // An init container that is restarted runs beside the others.
  private List<Place> containers(Place spec) {
    List<Place> containers = new ArrayList<>(spec.field("containers").items());
    spec.field("initContainers").items().stream()
        .filter(c -> read.text(c.field("restartPolicy")).equals(Optional.of("Always")))
        .forEach(containers::add);
    return containers;
  }

  private Optional<Port> port(Place place) {
    Place number = place.field("containerPort");
    Optional<Protocol> protocol = read.protocol(place.field("protocol"));
    String name = read.text(place.field("name")).orElse("");
    return read.port(number)
        .flatMap(n -> protocol.map(p -> new Port(name, new PortRange(p, n, n), number.span())));
  }

  private static Port named(Port first, Port second) {
    return first.name().isEmpty() ? second : first;
  }
}
