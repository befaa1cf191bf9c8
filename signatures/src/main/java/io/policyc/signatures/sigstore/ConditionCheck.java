package io.policyc.signatures.sigstore;

import io.policyc.signatures.Json;
import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Verdict.Rejected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Whether a predicate holds what is asked of it.
final class ConditionCheck {
  private ConditionCheck() {}

  /// The first condition that is not met.
  ///
  /// @param predicate a missing one meets no condition
  static Optional<Rejected> check(Optional<Json> predicate, List<Condition> conditions) {
    for (Condition condition : conditions) {
      Optional<Json> value = predicate.flatMap(json -> at(json, condition.pointer()));
      if (!value.map(json -> meets(json, condition.test())).orElse(false)) {
        return Optional.of(
            new Rejected(
                Reason.CONDITION_NOT_MET,
                "the predicate's %s is %s, not %s"
                    .formatted(
                        Quote.of(condition.pointer()),
                        value.map(ConditionCheck::shown).orElse("missing"),
                        wanted(condition.test()))));
      }
    }
    return Optional.empty();
  }

  /// Follows a JSON pointer (RFC 6901); an empty one is the whole.
  private static Optional<Json> at(Json whole, String pointer) {
    if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
      return Optional.empty();
    }
    Optional<Json> here = Optional.of(whole);
    int start = 1;
    while (start <= pointer.length() && !pointer.isEmpty()) {
      int slash = pointer.indexOf('/', start);
      int end = slash < 0 ? pointer.length() : slash;
      String token = pointer.substring(start, end).replace("~1", "/").replace("~0", "~");
      here = here.flatMap(json -> child(json, token));
      start = end + 1;
    }
    return here;
  }

  private static Optional<Json> child(Json json, String token) {
    return switch (json) {
      case Json.Obj(var members) -> Optional.ofNullable(members.get(token));
      case Json.Arr(var items) -> index(token, items.size()).map(items::get);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  private static Optional<Integer> index(String token, int size) {
    boolean digits = !token.isEmpty() && token.length() <= 9;
    boolean number = digits && token.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || (token.length() > 1 && token.charAt(0) == '0')) {
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(token)).filter(index -> index < size);
  }

  private static boolean meets(Json value, Condition.Test test) {
    return switch (test) {
      case Condition.Test.Equal(var wanted) -> equal(value, wanted);
      case Condition.Test.OneOf(var wanted) -> wanted.stream().anyMatch(one -> equal(value, one));
      case Condition.Test.Matches(var rule) -> value.asText().map(rule::holds).orElse(false);
    };
  }

  private static boolean equal(Json one, Json other) {
    return switch (one) {
      case Json.Num(var literal) -> other instanceof Json.Num(var wanted) && same(literal, wanted);
      case Json.Arr(var items) -> other instanceof Json.Arr(var wanted) && allEqual(items, wanted);
      case Json.Obj(var members) ->
          other instanceof Json.Obj(var wanted)
              && members.keySet().equals(wanted.keySet())
              && allEqual(
                  List.copyOf(members.values()),
                  members.keySet().stream().map(name -> child(other, name).orElseThrow()).toList());
      case Json.Str _, Json.Bool _, Json.Null _ -> one.equals(other);
    };
  }

  private static boolean allEqual(List<Json> items, List<Json> wanted) {
    if (items.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!equal(items.get(i), wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(String one, String other) {
    try {
      return one.equals(other) || new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    } catch (NumberFormatException e) {
      // an exponent beyond all measure
      return false;
    }
  }

  private static String shown(Json json) {
    return switch (json) {
      case Json.Str(var text) -> Quote.of(text);
      case Json.Num(var literal) -> "the number " + Quote.of(literal);
      case Json.Bool(var value) -> Quote.of(String.valueOf(value));
      case Json.Null _ -> "`null`";
      case Json.Arr _ -> "a list";
      case Json.Obj _ -> "an object";
    };
  }

  private static String wanted(Condition.Test test) {
    return switch (test) {
      case Condition.Test.Equal(var wanted) -> shown(wanted);
      case Condition.Test.OneOf(var wanted) -> "one of " + wanted.size() + " values";
      case Condition.Test.Matches(var rule) -> Quote.of(rule.toString());
    };
  }
}
