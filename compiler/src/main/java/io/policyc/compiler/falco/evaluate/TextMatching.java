package io.policyc.compiler.falco.evaluate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.policyc.compiler.falco.condition.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A text against constants.
final class TextMatching {
  private TextMatching() {}

  /// Whether a text fits; empty where the constants don't suit the operator.
  static Optional<Predicate<Value>> of(Operator operator, List<String> constants) {
    return octets(operator, constants).map(test -> value -> test.test(Convert.octets(value)));
  }

  private static Optional<Predicate<String>> octets(Operator operator, List<String> constants) {
    List<String> octets = constants.stream().map(Octets::of).toList();
    return switch (operator) {
      case IN, INTERSECTS -> {
        Set<String> set = new HashSet<>(octets);
        yield Optional.of(set::contains);
      }
      case PMATCH -> Optional.of(PathPrefixes.of(octets)::match);
      case REGEX -> regex(constants.getFirst());
      case EQ, EQ2, NE, LT, LE, GT, GE, CONTAINS, ICONTAINS, STARTSWITH, ENDSWITH, GLOB, IGLOB ->
          Optional.of(one(operator, octets.getFirst()));
      case BCONTAINS, BSTARTSWITH -> Optional.empty();
    };
  }

  private static Predicate<String> one(Operator operator, String constant) {
    return switch (operator) {
      case EQ, EQ2, IN, INTERSECTS -> constant::equals;
      case NE -> text -> !text.equals(constant);
      case LT -> text -> text.compareTo(constant) < 0;
      case LE -> text -> text.compareTo(constant) <= 0;
      case GT -> text -> text.compareTo(constant) > 0;
      case GE -> text -> text.compareTo(constant) >= 0;
      case CONTAINS, BCONTAINS -> text -> text.contains(constant);
      case ICONTAINS -> icontains(Octets.lower(constant));
      case STARTSWITH, BSTARTSWITH -> text -> text.startsWith(constant);
      case ENDSWITH -> text -> text.endsWith(constant);
      case GLOB -> Glob.of(constant, false)::matches;
      case IGLOB -> Glob.of(constant, true)::matches;
      case PMATCH -> PathPrefixes.of(List.of(constant))::match;
      case REGEX -> text -> false;
    };
  }

  private static Predicate<String> icontains(String lower) {
    return text -> Octets.lower(text).contains(lower);
  }

  /// The whole text has to match; `^` and `$` fit at line ends, `.` no line end.
  ///
  /// Source: RE2 with the POSIX options, in which one_line is off.
  private static Optional<Predicate<String>> regex(String constant) {
    try {
      Pattern pattern = Pattern.compile(constant, Pattern.MULTILINE);
      return Optional.of(text -> pattern.matches(Octets.text(text)));
    } catch (PatternSyntaxException wrong) {
      return Optional.empty();
    }
  }
}
