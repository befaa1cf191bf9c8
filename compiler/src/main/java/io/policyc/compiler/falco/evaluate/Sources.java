package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Transformer;
import io.policyc.compiler.falco.evaluate.Source.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where operands take their values from.
final class Sources {
  private Sources() {}

  /// The source of what stands left of an operator; empty where Falco has no such field or a
  /// transformer doesn't take its arguments.
  static Optional<Source> compared(Operand operand) {
    return operand instanceof Operand.Field field ? Fields.compared(field) : of(operand);
  }

  /// The source of an operand within a transformer or on the right-hand side.
  static Optional<Source> of(Operand operand) {
    return switch (operand) {
      case Operand.Field field -> Fields.transformed(field);
      case Operand.Constant(var text, _, _) ->
          Optional.of(Source.one(Kind.TEXT, event -> Optional.of(new Value.Text(text))));
      case Operand.Listed(var items, _) -> Matching.all(items, Sources::of).map(Sources::listed);
      case Operand.Transformed(var transformer, var arguments, _) ->
          Matching.all(arguments, Sources::of).flatMap(from -> transformed(transformer, from));
    };
  }

  /// The values of all items; absent where one is.
  private static Source listed(List<Source> items) {
    return new Source(
        Kind.TEXT,
        Shape.LIST,
        event ->
            Matching.all(items, source -> source.of(event))
                .map(all -> all.stream().flatMap(List::stream).toList()));
  }

  private static Optional<Source> transformed(Transformer transformer, List<Source> from) {
    return switch (transformer) {
      case TOLOWER -> texts(from, Octets::lower);
      case TOUPPER -> texts(from, Octets::upper);
      case BASENAME -> texts(from, text -> text.substring(text.lastIndexOf('/') + 1));
      case B64 -> one(from).map(s -> s.then(s.kind(), v -> Base64.decode(v.getFirst())));
      case LEN -> one(from).map(Sources::length);
      case VAL -> one(from);
      case CONCAT -> Optional.of(listed(from).then(Kind.TEXT, v -> Optional.of(join("", v))));
      case JOIN -> from.size() == 2 ? Optional.of(joined(from)) : Optional.empty();
      case GETOPT -> from.size() == 2 ? Optional.of(options(from)) : Optional.empty();
    };
  }

  private static Optional<Source> one(List<Source> from) {
    return from.size() == 1 ? Optional.of(from.getFirst()) : Optional.empty();
  }

  private static Optional<Source> texts(List<Source> from, UnaryOperator<String> change) {
    return one(from)
        .filter(source -> source.kind() == Kind.TEXT || source.kind() == Kind.BYTES)
        .map(
            source ->
                new Source(
                    source.kind(),
                    source.shape(),
                    event ->
                        source
                            .of(event)
                            .map(v -> v.stream().map(one -> changed(one, change)).toList())));
  }

  private static Value changed(Value value, UnaryOperator<String> change) {
    return new Value.Text(Octets.text(change.apply(Convert.octets(value))));
  }

  private static Source length(Source source) {
    boolean list = source.shape() == Shape.LIST;
    return source.then(
        Kind.U64,
        v -> Optional.of(new Value.Whole(list ? v.size() : Convert.octets(v.getFirst()).length())));
  }

  private static Source joined(List<Source> from) {
    return listed(from)
        .then(
            Kind.TEXT, v -> Optional.of(join(Convert.text(v.getFirst()), v.subList(1, v.size()))));
  }

  private static Value join(String separator, List<Value> values) {
    return new Value.Text(String.join(separator, values.stream().map(Convert::text).toList()));
  }

  private static Source options(List<Source> from) {
    Source arguments = from.getFirst();
    return new Source(
        Kind.TEXT,
        Shape.LIST,
        event ->
            from.getLast()
                .of(event)
                .flatMap(
                    known ->
                        arguments
                            .of(event)
                            .map(given -> Options.of(given, Convert.text(known.getFirst())))));
  }
}
