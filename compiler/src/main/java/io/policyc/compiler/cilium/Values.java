package io.policyc.compiler.cilium;

import io.policyc.compiler.Code;
import io.policyc.findings.ObjectPath;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads single values; one of a wrong type is a finding and counts as absent.
final class Values {
  private final Reading reading;

  Values(Reading reading) {
    this.reading = reading;
  }

  /// Text.
  Optional<String> string(Node value, ObjectPath at) {
    return scalar(value, at, Scalars.Kind.STRING);
  }

  /// A boolean.
  Optional<Boolean> bool(Node value, ObjectPath at) {
    return scalar(value, at, Scalars.Kind.BOOLEAN).map(Scalars::isTrue);
  }

  /// A whole number, written in decimal.
  OptionalInt integer(Node value, ObjectPath at) {
    Optional<String> digits = scalar(value, at, Scalars.Kind.NUMBER);
    try {
      return digits.isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(digits.get()));
    } catch (NumberFormatException e) {
      String message = "`" + digits.orElse("") + "` is no whole number";
      reading.error(Code.PC0705, value, at, message, "write it in decimal");
      return OptionalInt.empty();
    }
  }

  /// One of a few words.
  <E> Optional<E> word(Node value, ObjectPath at, E[] all, Function<E, String> spelling) {
    Optional<String> text = string(value, at);
    Optional<E> found = text.flatMap(word -> Words.find(word, all, spelling));
    if (text.isPresent() && found.isEmpty()) {
      reading.error(
          Code.PC0705,
          value,
          at,
          "`" + text.get() + "` is none of the words that `" + at.text() + "` takes",
          Words.help(text.get(), all, spelling));
    }
    return found;
  }

  private Optional<String> scalar(Node value, ObjectPath at, Scalars.Kind wanted) {
    if (value instanceof ScalarNode scalar && Scalars.kind(value) == wanted) {
      return Optional.of(scalar.getValue());
    }
    wrongType(value, at, wanted);
    return Optional.empty();
  }

  /// Says that a value isn't what it should be.
  void wrongType(Node value, ObjectPath at, Scalars.Kind wanted) {
    Scalars.Kind kind = Scalars.kind(value);
    boolean quotable =
        wanted == Scalars.Kind.STRING
            && (kind == Scalars.Kind.NUMBER || kind == Scalars.Kind.BOOLEAN);
    reading.error(
        Code.PC0705,
        value,
        at,
        "`" + at.text() + "` must be " + wanted.words() + ", not " + kind.words(),
        quotable ? "put it in quotes: `\"" + ((ScalarNode) value).getValue() + "\"`" : "");
  }
}
