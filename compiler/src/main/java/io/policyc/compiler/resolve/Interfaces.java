package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import java.util.List;

/// `wasi:keyvalue`, `wasi:keyvalue/store@0.2.0`: packages and interfaces of WIT.
///
/// Source: Component Model, WIT: `namespace:package`, then `/interface`, then `@version`.
final class Interfaces {
  private final Report report;

  Interfaces(Report report) {
    this.report = report;
  }

  /// The names, sorted; those that are none were reported and are missing.
  List<String> check(List<Word> words) {
    return words.stream().filter(this::check).map(Word::text).sorted().distinct().toList();
  }

  private boolean check(Word word) {
    boolean is = isInterface(word.text());
    if (!is) {
      report.add(
          Code.PC0608
              .at(word.span(), Say.quote(word.text()) + " is not an interface")
              .withHelp(
                  "write a package, `wasi:keyvalue`, or an interface, `wasi:keyvalue/store`"));
    }
    return is;
  }

  private static boolean isInterface(String text) {
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    int colon = name.indexOf(':');
    int slash = name.indexOf('/');
    int end = slash < 0 ? name.length() : slash;
    return colon > 0
        && colon < end
        && isWord(name.substring(0, colon))
        && isWord(name.substring(colon + 1, end))
        && (slash < 0 || isWord(name.substring(slash + 1)))
        && (at < 0 || isVersion(text.substring(at + 1)));
  }

  private static boolean isWord(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> NameSyntax.isLowerAlphanumeric(c) || c == '-')
        && !Character.isDigit(text.charAt(0))
        && text.charAt(0) != '-'
        && !text.endsWith("-");
  }

  private static boolean isVersion(String text) {
    return !text.isEmpty()
        && Character.isDigit(text.charAt(0))
        && text.chars().allMatch(c -> NameSyntax.isAlphanumeric(c) || ".-+".indexOf(c) >= 0);
  }
}
