package io.policyc.compiler.falco.evaluate;

import java.util.List;
import java.util.Optional;

/// The values of an event in the form in which a field's kind compares them.
final class Convert {
  private Convert() {}

  /// The bytes of a text; a number or truth in the form in which Falco shows it.
  static String octets(Value value) {
    return Octets.of(text(value));
  }

  /// The text of a value; several ones with blanks between them.
  static String text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Whole(var number) -> Long.toString(number);
      case Value.Truth(var holds) -> Boolean.toString(holds);
      case Value.Many(var items) -> String.join(" ", items);
    };
  }

  /// A number in the width of its kind; empty where the text isn't one.
  static Optional<Long> number(Kind kind, Value value) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(kind.wrap(number));
      case Value.Truth(var holds) -> Optional.of(holds ? 1L : 0L);
      case Value.Text(var text) -> Numbers.parse(kind, text);
      case Value.Many ignored -> Optional.empty();
    };
  }

  /// A truth; empty where the text isn't one.
  static Optional<Boolean> truth(Value value) {
    return switch (value) {
      case Value.Truth(var holds) -> Optional.of(holds);
      case Value.Whole(var number) -> Optional.of(number != 0);
      case Value.Text(var text) ->
          text.equals("true") || text.equals("false")
              ? Optional.of(text.equals("true"))
              : Optional.empty();
      case Value.Many ignored -> Optional.empty();
    };
  }

  /// An address; empty where the text isn't one.
  static Optional<Ip> address(Value value) {
    return Ip.parse(text(value));
  }

  /// The values one by one.
  static List<Value> each(Value value) {
    return switch (value) {
      case Value.Many(var items) -> items.stream().<Value>map(Value.Text::new).toList();
      case Value.Text text -> List.of(text);
      case Value.Whole whole -> List.of(whole);
      case Value.Truth truth -> List.of(truth);
    };
  }
}
