package io.policyc.compiler.resolve;

import io.policyc.findings.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What cannot be known since sentences were not understood: one of them may declare a name that
/// nothing else does. That they were not understood was said.
final class Silence {
  private static final List<String> DECLARE =
      List.of("foreign", "workload", "external", "namespace", "import");
  private static final List<String> OTHERS =
      List.of("deny", "never", "expect", "alert", "no", "images", "runtime", "except");
  private static final List<String> VERBS = List.of(" may ", " is ", " runs ");
  private static final String BETWEEN_WORDS = " \t\r\n{}(),;:\"'/=@#*";

  private final Set<String> words = new HashSet<>();
  private boolean everything;

  /// Takes in a sentence that was not understood.
  void broken(Span sentence) {
    String text = sentence.text();
    if (declaresNothing(text)) {
      return;
    }
    String before = "";
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || BETWEEN_WORDS.indexOf(text.charAt(at)) >= 0) {
        String word = plain(text.substring(start, at));
        words.add(word);
        words.add(before + word);
        before = word;
        start = at + 1;
      }
    }
    everything |= isNameless(text);
  }

  // Whatever is wrong with `web may …` or `deny …`, it declares no name.
  private static boolean declaresNothing(String sentence) {
    int end = 0;
    while (end < sentence.length() && BETWEEN_WORDS.indexOf(sentence.charAt(end)) < 0) {
      end++;
    }
    String rest = sentence.substring(end);
    return OTHERS.contains(sentence.substring(0, end)) || VERBS.stream().anyMatch(rest::startsWith);
  }

  // `workload { app: web }` may declare any name, and so may a file that is not found.
  private static boolean isNameless(String sentence) {
    String rest = sentence;
    boolean declares = false;
    for (String keyword : DECLARE) {
      if (rest.startsWith(keyword)) {
        declares = true;
        rest = rest.substring(keyword.length()).stripLeading();
      }
    }
    boolean name =
        !rest.isEmpty() && !rest.startsWith("in ") && "{}();:,\"".indexOf(rest.charAt(0)) < 0;
    return declares && !name;
  }

  /// Takes in a name whose declaration cannot be used.
  void unusable(String name) {
    words.add(plain(name));
  }

  /// Takes in that a file's sentences have no namespace: then what it declares is nowhere.
  void everything() {
    everything = true;
  }

  /// Whether a name that nothing declares may be declared after all.
  boolean covers(String name) {
    return everything || words.contains(plain(name));
  }

  // `SHOP` and `shop-` may be meant as `shop`, and so may `namespaceshop`.
  private static String plain(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    int start = 0;
    int end = small.length();
    for (String keyword : DECLARE) {
      if (small.length() > keyword.length() && small.startsWith(keyword)) {
        start = keyword.length();
      }
    }
    while (start < end && !NameSyntax.isLowerAlphanumeric(small.charAt(start))) {
      start++;
    }
    while (start < end && !NameSyntax.isLowerAlphanumeric(small.charAt(end - 1))) {
      end--;
    }
    return small.substring(start, end);
  }
}
