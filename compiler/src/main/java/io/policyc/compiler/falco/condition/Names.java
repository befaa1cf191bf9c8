package io.policyc.compiler.falco.condition;

import java.util.Optional;

/// The words of a condition that have no quotes.
final class Names {
  private Names() {}

  static String field(String name) {
    return whole(name, new Lexer(name).fieldName(), "field");
  }

  static String identifier(String name) {
    return whole(name, new Lexer(name).identifier(), "identifier");
  }

  static String macro(String name) {
    boolean keyword = name.equals("not") || name.equals("and") || name.equals("or");
    return whole(name, keyword ? Optional.empty() : Optional.of(identifier(name)), "macro");
  }

  static String number(String text) {
    return whole(text, new Lexer(text).number(), "number");
  }

  private static String whole(String text, Optional<String> word, String what) {
    if (word.isEmpty() || !word.get().equals(text)) {
      throw new IllegalArgumentException("no " + what + ": " + text);
    }
    return text;
  }
}
