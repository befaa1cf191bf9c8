package io.policyc.compiler.found;

import io.policyc.compiler.found.FoundService.Shown;
import io.policyc.findings.Finding;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import io.policyc.manifests.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Reads a Service.
final class ServiceReader {
  private final FieldReader read;

  ServiceReader(List<Finding> findings) {
    this.read = new FieldReader(findings);
  }

  /// A Service that selects pods; empty for any other one.
  Optional<FoundService> read(Manifest object) {
    SortedMap<String, String> selector = read.texts(object.root().at("spec", "selector"));
    // Behind a headless Service clients speak with the pods' own ports.
    boolean headless = read.text(object.root().at("spec", "clusterIP")).equals(Optional.of("None"));
    if (selector.isEmpty() || headless || object.name().isEmpty()) {
      return Optional.empty();
    }
    List<Shown> ports = new ArrayList<>();
    for (Place port : object.root().at("spec", "ports").items()) {
      shown(port).ifPresent(ports::add);
    }
    return Optional.of(
        new FoundService(
            object.namespace().orElse(FoundPods.DEFAULT_NAMESPACE),
            object.name().get(),
            selector,
            ports));
  }

  private Optional<Shown> shown(Place place) {
    Optional<Integer> port = read.port(place.field("port"));
    return port.flatMap(
        number ->
            read.protocol(place.field("protocol"))
                .map(
                    protocol ->
                        new Shown(
                            number,
                            protocol,
                            target(place.field("targetPort"), number),
                            place.field("port").span())));
  }

  // A number or a name; without one it is the Service's own number.
  private String target(Place place, int port) {
    Optional<Value> value = place.value();
    if (value.isEmpty()) {
      return "" + port;
    }
    return value.get() instanceof Value.Numeric
        ? read.port(place).map(number -> "" + number).orElse("")
        : read.text(place).orElse("");
  }
}
