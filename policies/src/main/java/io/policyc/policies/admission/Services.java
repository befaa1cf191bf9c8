package io.policyc.policies.admission;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.PortRange;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import io.policyc.manifests.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// The Services of an input, and the pods behind them.
final class Services {
  private final Map<Label, List<Pods>> pods = new HashMap<>();
  private final Map<Name, Manifest> services = new HashMap<>();

  private record Name(String namespace, String name) {}

  private record Label(String namespace, String key, String value) {}

  Services(List<Subject> subjects) {
    for (Subject subject : subjects) {
      if (is(subject.object())) {
        String name = subject.object().name().orElse("");
        services.putIfAbsent(new Name(subject.namespace(), name), subject.object());
      }
      for (Pods one : subject.pods()) {
        one.labels()
            .forEach(
                (key, value) ->
                    pods.computeIfAbsent(
                            new Label(one.namespace(), key, value), _ -> new ArrayList<>())
                        .add(one));
      }
    }
  }

  /// Whether an object is a Service of Kubernetes.
  static boolean is(Manifest object) {
    return object.kind().equals("Service") && object.group().isEmpty();
  }

  /// A Service by its name; of several with one name the first.
  Optional<Manifest> find(String namespace, String name) {
    return Optional.ofNullable(services.get(new Name(namespace, name)));
  }

  /// The pods of the input that a Service selects; none where it has no selector.
  List<Pods> behind(Manifest service, String namespace) {
    Place spec = service.root().field("spec");
    SortedMap<String, String> selector = Pods.labels(spec.field("selector"));
    if (selector.isEmpty() || Fields.text(spec.field("type")).equals("ExternalName")) {
      return List.of();
    }
    List<Pods> fewest = List.of();
    boolean first = true;
    for (Map.Entry<String, String> label : selector.entrySet()) {
      List<Pods> here =
          pods.getOrDefault(new Label(namespace, label.getKey(), label.getValue()), List.of());
      fewest = first || here.size() < fewest.size() ? here : fewest;
      first = false;
    }
    return fewest.stream()
        .filter(one -> one.labels().entrySet().containsAll(selector.entrySet()))
        .toList();
  }

  /// A port of a Service.
  ///
  /// @param place of its target; of itself where it names none
  /// @param target the number or name of the port of the pods
  record Port(Place port, Place place, Protocol protocol, Target target) {
    /// The ports of a Service; what is no port is left out, since an API server refuses it.
    static List<Port> of(Manifest service) {
      List<Port> ports = new ArrayList<>();
      for (Place port : service.root().at("spec", "ports").items()) {
        Place target = port.field("targetPort");
        Place place = isNone(target) ? port.field("port") : target;
        Optional<Protocol> protocol = OpenPort.protocol(port.field("protocol"));
        if (protocol.isPresent()) {
          Target.of(place)
              .map(to -> new Port(port, place, protocol.get(), to))
              .ifPresent(ports::add);
        }
      }
      return ports;
    }

    // Kubernetes' own defaults fill in a target of 0 or "", too.
    private static boolean isNone(Place target) {
      return !target.isSet()
          || target.text().value().equals(Optional.of(""))
          || target.int32().value().equals(Optional.of(0L));
    }

    /// The port of some pods that it leads to; empty for a name that none of their ports has.
    Optional<PortRange> in(Pods pods) {
      return switch (target) {
        case Target.Numbered(var number) -> Optional.of(new PortRange(protocol, number, number));
        case Target.Named(var name) ->
            pods.ports().stream()
                .filter(open -> open.name().equals(name) && open.range().protocol() == protocol)
                .map(OpenPort::range)
                .findFirst();
      };
    }
  }

  /// What a Service calls a port of its pods.
  sealed interface Target {
    /// `8080`
    record Numbered(int number) implements Target {}

    /// `http`
    record Named(String name) implements Target {}

    /// What a field says; empty for a number that is no port.
    static Optional<Target> of(Place place) {
      return place.value().orElse(null) instanceof Value.Text text
          ? Optional.of(new Named(text.text()))
          : place
              .int32()
              .value()
              .filter(n -> n >= 1 && n <= 65_535)
              .map(n -> new Numbered(n.intValue()));
    }
  }
}
