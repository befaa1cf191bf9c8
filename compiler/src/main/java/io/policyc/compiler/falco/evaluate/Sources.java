package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where operands take their values from.
final class Sources {
  private Sources() {}

  /// The source of an operand; empty where a transformer doesn't take its arguments.
  static Optional<Source> of(Operand operand) {
    return switch (operand) {
      case Operand.Field field -> Optional.of(Fields.source(field));
      case Operand.Constant(var text, _) -> Optional.of(constants(List.of(text), false));
      case Operand.Constants(var items, _) ->
          Optional.of(constants(items.stream().map(Operand.Constant::text).toList(), true));
      case Operand.Transformed(var transformer, var arguments, _) ->
          Matching.all(arguments, Sources::of).flatMap(from -> transformed(transformer, from));
    };
  }

  private static Source constants(List<String> texts, boolean list) {
    List<Value> values = texts.stream().<Value>map(Value.Text::new).toList();
    return new Source(Kind.TEXT, list, event -> Optional.of(values));
  }

  private static Optional<Source> transformed(Transformer transformer, List<Source> from) {
    return switch (transformer) {
      case TOLOWER -> texts(from, Octets::lower);
      case TOUPPER -> texts(from, Octets::upper);
      case BASENAME -> texts(from, text -> text.substring(text.lastIndexOf('/') + 1));
      case B64 -> Optional.empty();
      case LEN -> one(from).map(Sources::length);
      case VAL -> one(from);
      case CONCAT -> Optional.of(concat(from));
      case JOIN, GETOPT -> Optional.empty();
    };
  }

  private static Optional<Source> one(List<Source> from) {
    return from.size() == 1 ? Optional.of(from.getFirst()) : Optional.empty();
  }

  private static Optional<Source> texts(
      List<Source> from, java.util.function.UnaryOperator<String> change) {
    return one(from)
        .filter(source -> source.kind() == Kind.TEXT)
        .map(
            source ->
                source.then(
                    Kind.TEXT,
                    source.list(),
                    values -> Optional.of(values.stream().map(v -> changed(v, change)).toList())));
  }

  private static Value changed(Value value, java.util.function.UnaryOperator<String> change) {
    return new Value.Text(Octets.text(change.apply(Convert.octets(value))));
  }

  private static Source length(Source source) {
    return source.then(
        Kind.U64,
        false,
        values ->
            Optional.of(
                List.of(
                    new Value.Whole(
                        source.list()
                            ? values.size()
                            : Convert.octets(values.getFirst()).length()))));
  }

  private static Source concat(List<Source> from) {
    return new Source(
        Kind.TEXT,
        false,
        event -> {
          List<String> texts = new ArrayList<>();
          for (Source source : from) {
            Optional<List<Value>> values = source.of(event);
            if (values.isEmpty()) {
              return Optional.empty();
            }
            values.get().forEach(v -> texts.add(Convert.text(v)));
          }
          return Optional.of(List.of(new Value.Text(String.join("", texts))));
        });
  }
}
