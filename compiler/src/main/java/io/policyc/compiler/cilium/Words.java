package io.policyc.compiler.cilium;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words that a field takes.
final class Words {
  private Words() {}

  /// The value of that word; the case matters.
  static <E> Optional<E> find(String text, E[] all, Function<E, String> spelling) {
    return Arrays.stream(all).filter(each -> spelling.apply(each).equals(text)).findFirst();
  }

  /// The word that is surely meant, otherwise all of them.
  static <E> String help(String text, E[] all, Function<E, String> spelling) {
    return Arrays.stream(all)
        .map(spelling)
        .filter(word -> word.equalsIgnoreCase(text))
        .findFirst()
        .map(word -> "did you mean `" + word + "`?")
        .orElseGet(
            () ->
                "write one of "
                    + Arrays.stream(all)
                        .map(each -> "`" + spelling.apply(each) + "`")
                        .collect(Collectors.joining(", ")));
  }
}
