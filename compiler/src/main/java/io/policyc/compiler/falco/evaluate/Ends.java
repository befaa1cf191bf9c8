package io.policyc.compiler.falco.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the fields that stand for both ends of a connection are compared with.
///
/// A socket whose connect failed has no address and no port that could be shown, but these fields
/// compare with 0.0.0.0, `::` and 0 there.
final class Ends {
  private Ends() {}

  /// The addresses or ports of both ends; of the one end of a socket that listens.
  static Optional<List<Value>> of(String field, FalcoEvent event) {
    boolean address = field.equals("fd.ip") || field.equals("fd.net");
    List<Value> shown =
        (address ? Stream.of("fd.cip", "fd.sip") : Stream.of("fd.cport", "fd.sport"))
            .flatMap(name -> event.value(name).stream())
            .toList();
    return shown.isEmpty()
        ? event.value("fd.type").map(Convert::text).flatMap(type -> unknown(address, type))
        : Optional.of(shown);
  }

  private static Optional<List<Value>> unknown(boolean address, String type) {
    return switch (type) {
      case "ipv4" -> Optional.of(List.of(address ? new Value.Text("0.0.0.0") : new Value.Whole(0)));
      case "ipv6" -> Optional.of(List.of(address ? new Value.Text("::") : new Value.Whole(0)));
      default -> Optional.empty();
    };
  }

  /// The name of an address, as in `fd.sip.name`: the event's, or none, which differs from all.
  static Optional<Value> name(String field, FalcoEvent event) {
    Optional<Value> given = event.value(field);
    boolean connected = event.value("fd.cip").isPresent() && event.value("fd.sip").isPresent();
    return given.isPresent() || !connected ? given : Optional.of(new Value.Text(""));
  }
}
