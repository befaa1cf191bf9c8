package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// An address against constants. One of the other family equals none, so `!=` is true for it.
final class AddressMatching {
  private AddressMatching() {}

  /// Against addresses; empty where a constant is none.
  static Optional<Predicate<Value>> addresses(Operator operator, List<String> constants) {
    return Matching.all(constants, Ip::parse)
        .flatMap(
            list -> {
              Set<Ip> set = new HashSet<>(list);
              return test(operator, set::contains);
            });
  }

  /// Against ranges; empty where a constant is none.
  static Optional<Predicate<Value>> networks(Operator operator, List<String> constants) {
    return Matching.all(constants, Ip.Net::parse)
        .flatMap(nets -> test(operator, ip -> nets.stream().anyMatch(net -> net.contains(ip))));
  }

  private static Optional<Predicate<Value>> test(Operator operator, Predicate<Ip> among) {
    return switch (operator) {
      case EQ, EQ2, IN, INTERSECTS ->
          Optional.of(value -> Convert.address(value).filter(among).isPresent());
      case NE -> Optional.of(value -> Convert.address(value).filter(among.negate()).isPresent());
      case LT, LE, GT, GE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH -> Optional.empty();
      case BSTARTSWITH, ENDSWITH, GLOB, IGLOB, REGEX, PMATCH -> Optional.empty();
    };
  }
}
