package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A buffer against constants.
final class ByteMatching {
  private ByteMatching() {}

  /// Whether a buffer fits; empty where the constants don't suit the operator.
  static Optional<Predicate<Value>> of(Operator operator, List<String> constants) {
    return switch (operator) {
      case BCONTAINS ->
          hex(constants.getFirst()).map(part -> value -> Convert.octets(value).contains(part));
      case BSTARTSWITH ->
          hex(constants.getFirst()).map(part -> value -> Convert.octets(value).startsWith(part));
      case EQ, EQ2, NE, IN, INTERSECTS, CONTAINS, STARTSWITH, ENDSWITH ->
          TextMatching.of(operator, constants);
      case LT, LE, GT, GE, ICONTAINS, GLOB, IGLOB, REGEX, PMATCH -> Optional.empty();
    };
  }

  private static Optional<String> hex(String digits) {
    StringBuilder octets = new StringBuilder();
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      int high = Character.digit(digits.charAt(i), 16);
      int low = Character.digit(digits.charAt(i + 1), 16);
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      octets.append((char) (high << 4 | low));
    }
    return digits.length() % 2 == 0 ? Optional.of(octets.toString()) : Optional.empty();
  }
}
