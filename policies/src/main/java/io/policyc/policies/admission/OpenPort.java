package io.policyc.policies.admission;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.PortRange;
import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A port that a container says it opens.
///
/// @param user what messages call the container
/// @param name empty where it has none
/// @param range the one port
/// @param place of its number
public record OpenPort(String user, String name, PortRange range, Place place) {
  /// The ports of a pod's containers; what is no port is left out, since an API server refuses it.
  static List<OpenPort> of(Pod pod) {
    List<OpenPort> ports = new ArrayList<>();
    for (Scope container : pod.containers()) {
      for (Place port : container.place().field("ports").items()) {
        Place number = port.field("containerPort");
        range(number, port.field("protocol"))
            .map(
                range ->
                    new OpenPort(
                        container.described(), Fields.text(port.field("name")), range, number))
            .ifPresent(ports::add);
      }
    }
    return ports;
  }

  /// A port that a field numbers; empty for what is none.
  static Optional<PortRange> range(Place number, Place protocol) {
    return number
        .int32()
        .value()
        .filter(n -> n >= 1 && n <= 65_535)
        .flatMap(n -> protocol(protocol).map(p -> new PortRange(p, n.intValue(), n.intValue())));
  }

  /// The protocol that a field names, TCP where it is unset.
  static Optional<Protocol> protocol(Place place) {
    return switch (Fields.text(place).toUpperCase(Locale.ROOT)) {
      case "", "TCP" -> Optional.of(Protocol.TCP);
      case "UDP" -> Optional.of(Protocol.UDP);
      case "SCTP" -> Optional.of(Protocol.SCTP);
      default -> Optional.empty();
    };
  }
}
