package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The values of fields in an event, those too that only conditions can name.
final class Fields {
  /// Networks are compared with the address of the same side.
  private static final Map<String, String> SIDES =
      Map.of("fd.snet", "fd.sip", "fd.cnet", "fd.cip", "fd.lnet", "fd.lip", "fd.rnet", "fd.rip");

  private static final Set<String> LISTS = Set.of("fd.types");

  private Fields() {}

  /// Where a field's values come from.
  static Source source(Operand.Field field) {
    Operand.Field read =
        new Operand.Field(
            SIDES.getOrDefault(field.name(), field.name()), field.argument(), field.at());
    boolean list = LISTS.contains(field.name()) && field.argument().isEmpty();
    return new Source(
        Kinds.of(field.name()), list, event -> event.value(read).map(v -> values(list, v)));
  }

  private static List<Value> values(boolean list, Value value) {
    return list ? Convert.each(value) : List.of(value);
  }

  /// What a field that stands for both ends of a connection is compared with, one by one.
  ///
  /// A socket whose connect failed has no address and no port that could be shown, but these fields
  /// compare with 0.0.0.0, `::` and 0 there.
  static Optional<List<Value>> ends(String field, FalcoEvent event) {
    boolean address = field.equals("fd.ip") || field.equals("fd.net");
    String suffix = address ? "ip" : "port";
    List<Value> shown =
        List.of("fd.c" + suffix, "fd.s" + suffix).stream()
            .flatMap(name -> event.value(name).stream())
            .toList();
    if (!shown.isEmpty()) {
      return Optional.of(shown);
    }
    return event
        .value("fd.type")
        .map(Convert::text)
        .flatMap(type -> address ? unknownAddress(type) : unknownPort(type))
        .map(List::of);
  }

  private static Optional<Value> unknownAddress(String type) {
    return switch (type) {
      case "ipv4" -> Optional.of(new Value.Text("0.0.0.0"));
      case "ipv6" -> Optional.of(new Value.Text("::"));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> unknownPort(String type) {
    return type.equals("ipv4") || type.equals("ipv6")
        ? Optional.of(new Value.Whole(0))
        : Optional.empty();
  }
}
