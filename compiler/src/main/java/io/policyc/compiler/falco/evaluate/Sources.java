package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Transformer;
import io.policyc.compiler.falco.evaluate.Source.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
      case TOLOWER -> each(from, octets -> Optional.of(Octets.lower(octets)));
      case TOUPPER -> each(from, octets -> Optional.of(Octets.upper(octets)));
      case BASENAME -> each(from, Sources::basename);
      case B64 -> each(from, Base64::decode);
      case LEN -> one(from).flatMap(Sources::length);
      case VAL -> one(from);
      case CONCAT -> texts(from).map(all -> all.then(Kind.TEXT, values -> join("", values)));
      case JOIN -> pair(from, false).map(Sources::joined);
      case GETOPT -> pair(from, true).map(Sources::options);
    };
  }

  private static Optional<Source> one(List<Source> from) {
    return from.size() == 1 ? Optional.of(from.getFirst()) : Optional.empty();
  }

  /// A list and one text, in this order or the other one.
  private static Optional<List<Source>> pair(List<Source> from, boolean listFirst) {
    boolean fits =
        from.size() == 2
            && (from.getFirst().shape() == Shape.LIST) == listFirst
            && (from.getLast().shape() == Shape.LIST) != listFirst;
    return fits ? Optional.of(from) : Optional.empty();
  }

  private static Optional<Source> texts(List<Source> from) {
    boolean fit = from.stream().allMatch(s -> s.kind() == Kind.TEXT && s.shape() != Shape.LIST);
    return fit && from.size() > 1 ? Optional.of(listed(from)) : Optional.empty();
  }

  /// The values changed one by one; absent where one can't be.
  private static Optional<Source> each(
      List<Source> from, Function<String, Optional<String>> change) {
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
                            .flatMap(v -> Matching.all(v, one -> changed(one, change)))));
  }

  private static Optional<Value> changed(Value value, Function<String, Optional<String>> change) {
    return change.apply(Convert.octets(value)).map(o -> new Value.Text(Octets.text(o)));
  }

  private static Optional<String> basename(String path) {
    return Optional.of(path.substring(path.lastIndexOf('/') + 1));
  }

  private static Optional<Source> length(Source source) {
    if (source.shape() == Shape.LIST) {
      return Optional.of(source.then(Kind.U64, values -> new Value.Whole(values.size())));
    }
    return source.kind() == Kind.TEXT || source.kind() == Kind.BYTES
        ? Optional.of(source.then(Kind.U64, Sources::octets))
        : Optional.empty();
  }

  private static Value octets(List<Value> one) {
    return new Value.Whole(Convert.octets(one.getFirst()).length());
  }

  private static Source joined(List<Source> from) {
    return listed(from)
        .then(Kind.TEXT, v -> join(Convert.text(v.getFirst()), v.subList(1, v.size())));
  }

  private static Value join(String separator, List<Value> values) {
    return new Value.Text(String.join(separator, values.stream().map(Convert::text).toList()));
  }

  private static Source options(List<Source> from) {
    return new Source(
        Kind.TEXT,
        Shape.LIST,
        event ->
            Matching.all(from, source -> source.of(event))
                .map(all -> Options.of(all.getFirst(), Convert.text(all.getLast().getFirst()))));
  }
}
