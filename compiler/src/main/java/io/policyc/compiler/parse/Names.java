package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Span;
import java.util.Optional;
import java.util.Set;

/// Names of workloads, externals, ports and namespaces.
final class Names {
  /// The built-in names; with the words that begin a sentence, nothing else is reserved.
  private static final Set<String> BUILT_IN =
      Set.of(
          "every",
          "any",
          "anyone",
          "nobody",
          "world",
          "cluster",
          "host",
          "remote-node",
          "kube-apiserver",
          "cilium-ingress");

  private Names() {}

  /// Whether a word is one of the built-in names.
  static boolean isBuiltIn(String word) {
    return BUILT_IN.contains(word);
  }

  /// Reads the name that a declaration gives to a workload or an external.
  static Word declared(Cursor in, String what) {
    Lexeme lexeme = reserved(in, what);
    check(in, in.span(lexeme), lexeme.text());
    return in.word(lexeme);
  }

  /// Reads the name of a namespace where it is declared.
  static Word declaredNamespace(Cursor in) {
    Lexeme lexeme = reserved(in, "namespace");
    checkNamespace(in, in.span(lexeme), lexeme.text());
    return in.word(lexeme);
  }

  /// Reads the name of a namespace where it is spoken of.
  static Word namespace(Cursor in) {
    Lexeme lexeme = name(in, "the name of a namespace");
    checkNamespace(in, in.span(lexeme), lexeme.text());
    return in.word(lexeme);
  }

  /// Reads any name: a word or a text.
  static Lexeme name(Cursor in, String wanted) {
    if (!in.peek().isName()) {
      throw in.unexpected(wanted, "write " + wanted + " here");
    }
    return in.next();
  }

  private static Lexeme reserved(Cursor in, String what) {
    Lexeme lexeme = name(in, "the name of the " + what);
    quote(in, lexeme);
    return lexeme;
  }

  /// Asks for quotes around a word of the language that is used as a name.
  static void quote(Cursor in, Lexeme lexeme) {
    if (lexeme.isWord()
        && (BUILT_IN.contains(lexeme.text()) || Starts.WORDS.contains(lexeme.text()))) {
      in.mendUnlessNear(
          Code.PC0111,
          lexeme,
          "`" + lexeme.text() + "` is a word of the language",
          in.instead(lexeme, "\"" + lexeme.text() + "\""));
    }
  }

  /// Refuses what is no name.
  static void check(Cursor in, Span span, String name) {
    Optional<String> wrong = wrong(name);
    if (wrong.isPresent()) {
      throw in.fail(
          Code.PC0109,
          span,
          Quote.of(name) + " is not a name: " + wrong.get(),
          "write ASCII letters, digits, `-`, `_` and `.`, beginning with a letter or a digit");
    }
    if (name.length() > Limits.NAME) {
      throw in.fail(
          Code.PC0110,
          span,
          "this name has " + name.length() + " characters, more than " + Limits.NAME,
          "shorten it");
    }
  }

  private static Optional<String> wrong(String name) {
    if (name.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (!isAlphanumeric(name.charAt(0))) {
      return Optional.of("it begins with " + Quote.of(name.substring(0, 1)));
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return Optional.of("it holds " + Quote.of(name.substring(i, i + 1)));
      }
    }
    return Optional.empty();
  }

  static void checkNamespace(Cursor in, Span span, String name) {
    if (!isLabel(name)) {
      throw in.fail(
          Code.PC0112,
          span,
          Quote.of(name) + " cannot be the name of a namespace",
          "write lower-case letters, digits and `-`, at most 63, with a letter or digit at both"
              + " ends");
    }
  }

  // RFC 1123, as Kubernetes checks it.
  private static boolean isLabel(String name) {
    if (name.isEmpty() || name.length() > Limits.NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean inside = i > 0 && i < name.length() - 1;
      if (!isLower(c) && !isDigit(c) && !(c == '-' && inside)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
