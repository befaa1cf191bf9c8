package io.policyc.policies.admission;

import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Service that a route leads to.
///
/// @param service where it is named
/// @param namespace where it is
/// @param port the number or name of one of its ports
/// @param controller the one that the route is for, as it names it; empty where it names none
record Backend(Place service, String namespace, Place port, String controller) {
  /// The Services that an object leads to: an Ingress, or a route of the Gateway API.
  static List<Backend> of(Manifest object, String namespace) {
    return switch (object.group()) {
      case "networking.k8s.io" ->
          object.kind().equals("Ingress") ? ingress(object, namespace) : List.of();
      case "gateway.networking.k8s.io" ->
          switch (object.kind()) {
            case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute" ->
                route(object, namespace);
            default -> List.of();
          };
      default -> List.of();
    };
  }

  private static List<Backend> ingress(Manifest object, String namespace) {
    Place spec = object.root().field("spec");
    List<Place> services = new ArrayList<>();
    services.add(spec.at("defaultBackend", "service"));
    for (Place rule : spec.field("rules").items()) {
      for (Place path : rule.at("http", "paths").items()) {
        services.add(path.at("backend", "service"));
      }
    }
    String name = Fields.text(spec.field("ingressClassName"));
    String old =
        Pods.labels(object.root().at("metadata", "annotations"))
            .getOrDefault("kubernetes.io/ingress.class", "");
    return services.stream()
        .filter(Place::isSet)
        .map(
            one ->
                new Backend(one.field("name"), namespace, port(one), name.isEmpty() ? old : name))
        .toList();
  }

  private static Place port(Place service) {
    Place number = service.at("port", "number");
    return number.isSet() ? number : service.at("port", "name");
  }

  private static List<Backend> route(Manifest object, String namespace) {
    List<Backend> backends = new ArrayList<>();
    for (Place rule : object.root().at("spec", "rules").items()) {
      for (Place one : rule.field("backendRefs").items()) {
        String kind = Fields.text(one.field("kind"));
        boolean isService =
            Fields.text(one.field("group")).isEmpty() && (kind.isEmpty() || kind.equals("Service"));
        // Nothing is sent to a backend of weight 0.
        if (isService && one.field("weight").int32().value().orElse(1L) != 0) {
          String other = Fields.text(one.field("namespace"));
          String there = other.isEmpty() ? namespace : other;
          backends.add(new Backend(one.field("name"), there, one.field("port"), ""));
        }
      }
    }
    return backends;
  }

  /// Whether it means a port of the Service.
  boolean means(Services.Port candidate) {
    Place own = candidate.port();
    return Services.Target.of(port)
        .map(
            target ->
                switch (target) {
                  case Services.Target.Numbered(var number) ->
                      own.field("port").int32().value().equals(Optional.of((long) number));
                  case Services.Target.Named(var name) ->
                      Fields.text(own.field("name")).equals(name);
                })
        .orElse(true);
  }
}
