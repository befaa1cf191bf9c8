package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.evaluate.Source.Shape;
import io.policyc.compiler.falco.fields.FalcoField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The values of fields in an event, those too that only conditions can name.
final class Fields {
  private static final Set<String> ENDS = Set.of("fd.ip", "fd.net", "fd.port", "fd.proto");

  /// Networks are compared with the address of the same side.
  private static final Map<String, String> SIDES =
      Map.of("fd.snet", "fd.sip", "fd.cnet", "fd.cip", "fd.lnet", "fd.lip", "fd.rnet", "fd.rip");

  private Fields() {}

  /// Where a comparison takes a field's values from; empty where Falco has no such field.
  static Optional<Source> compared(Operand.Field field) {
    boolean plain = field.argument().isPresent();
    return Kinds.field(field.name())
        .map(known -> plain ? plain(field, known) : whole(field, known));
  }

  /// Where a transformer takes a field's value from; empty where Falco has no such field.
  static Optional<Source> transformed(Operand.Field field) {
    return Kinds.field(field.name()).map(known -> plain(field, known));
  }

  private static Source whole(Operand.Field field, FalcoField known) {
    String name = field.name();
    Kind kind = Kinds.of(known.type());
    if (ENDS.contains(name)) {
      return new Source(kind, Shape.ENDS, event -> Ends.of(name, event));
    }
    if (Ancestors.mean(name)) {
      return new Source(kind, Shape.ANCESTORS, event -> Ancestors.of(name, event));
    }
    if (name.startsWith("fd.") && name.endsWith("ip.name")) {
      return new Source(kind, Shape.DOMAIN, event -> Ends.name(name, event).map(List::of));
    }
    if (kind == Kind.DYNAMIC) {
      return new Source(
          kind,
          Shape.RAW,
          event -> event.value(field).filter(v -> !Convert.text(v).isEmpty()).map(List::of));
    }
    return plain(field, known);
  }

  private static Source plain(Operand.Field field, FalcoField known) {
    String name = SIDES.getOrDefault(field.name(), field.name());
    Operand.Field read = new Operand.Field(name, field.argument(), field.at());
    boolean list = known.list() && field.argument().isEmpty();
    return new Source(
        Kinds.of(known.type()),
        list ? Shape.LIST : Shape.ONE,
        event -> value(read, event).map(value -> list ? Convert.each(value) : List.of(value)));
  }

  /// A value that the event has or that follows from another one.
  private static Optional<Value> value(Operand.Field field, FalcoEvent event) {
    Optional<Value> given = event.value(field);
    boolean several = given.isPresent() && given.get() instanceof Value.Many;
    if (given.isPresent() && !(several && field.name().equals("proc.aenv"))) {
      return given;
    }
    return switch (field.name()) {
      case "evt.abspath" -> event.value("evt.abspath.src");
      // without an argument a transformer is given the process's own
      case "proc.aenv" -> field.argument().isEmpty() ? event.value("proc.env") : Optional.empty();
      case "proc.env" ->
          field.argument().flatMap(key -> event.value("proc.env").map(all -> variable(key, all)));
      default -> Optional.empty();
    };
  }

  /// A variable of the environment; an empty text where there is none.
  private static Value variable(String name, Value all) {
    String start = name + "=";
    List<String> texts =
        all instanceof Value.Many(var items) ? items : List.of(Convert.text(all).split(" ", -1));
    return new Value.Text(
        texts.stream()
            .filter(text -> text.startsWith(start))
            .map(text -> text.substring(start.length()))
            .findFirst()
            .orElse(""));
  }
}
