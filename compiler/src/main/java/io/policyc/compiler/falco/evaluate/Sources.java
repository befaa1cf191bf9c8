package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Transformer;
import java.util.List;
import java.util.Optional;

/// Where operands take their values from.
final class Sources {
  private Sources() {}

  /// The source of an operand; empty where a transformer doesn't take its arguments.
  static Optional<Source> of(Operand operand) {
    return switch (operand) {
      case Operand.Field field -> Optional.of(Fields.source(field));
      case Operand.Constant(var text, _, _) -> Optional.of(constant(text));
      case Operand.Listed(var items, _) -> Matching.all(items, Sources::of).map(Sources::listed);
      case Operand.Transformed(var transformer, var arguments, _) ->
          Matching.all(arguments, Sources::of).flatMap(from -> transformed(transformer, from));
    };
  }

  private static Source constant(String text) {
    List<Value> value = List.of(new Value.Text(text));
    return new Source(Kind.TEXT, false, event -> Optional.of(value));
  }

  /// The values of all items; absent where one is.
  private static Source listed(List<Source> items) {
    return new Source(
        Kind.TEXT,
        true,
        event ->
            Matching.all(items, source -> source.of(event))
                .map(all -> all.stream().flatMap(List::stream).toList()));
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
      case JOIN -> joined(from);
      case GETOPT -> Optional.empty();
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
    Source all = listed(from);
    return all.then(Kind.TEXT, false, values -> Optional.of(List.of(join("", values))));
  }

  private static Optional<Source> joined(List<Source> from) {
    return from.size() != 2
        ? Optional.empty()
        : Optional.of(
            listed(from)
                .then(
                    Kind.TEXT,
                    false,
                    values ->
                        Optional.of(
                            List.of(
                                join(
                                    Convert.text(values.getFirst()),
                                    values.subList(1, values.size()))))));
  }

  private static Value join(String separator, List<Value> values) {
    return new Value.Text(String.join(separator, values.stream().map(Convert::text).toList()));
  }
}
