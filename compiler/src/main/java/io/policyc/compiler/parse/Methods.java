package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Methods of HTTP: `GET, HEAD`. Another one stands in quotes: `"PROPFIND"`.
final class Methods {
  /// RFC 9110, section 9, and RFC 5789.
  static final List<String> KNOWN =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private Methods() {}

  /// Whether a request begins here, methods in a wrong form included.
  static boolean begin(Cursor in) {
    Lexeme first = in.peek();
    if (first.kind() == Lexeme.Kind.TEXT) {
      return true;
    }
    return first.isWord()
        && (isMethod(first.text())
            || first.is("*")
            || first.text().indexOf('|') > 0
            || misspelt(in, first));
  }

  // `GTE /x` is a request; `resolv *.x` is not, though `resolv` is near no method anyway.
  private static boolean misspelt(Cursor in, Lexeme word) {
    boolean path = in.peek(1).isWord() && in.peek(1).text().startsWith("/");
    boolean listed = in.peek(1).kind() == Lexeme.Kind.COMMA;
    return !Actions.VERBS.contains(word.text())
        && (path || listed)
        && (Suggest.nearest(word.text(), KNOWN).isPresent() || (path && isCapital(word.text())));
  }

  // `PROPFIND /x`: a method that needs quotes, not a misspelt verb.
  private static boolean isCapital(String text) {
    return text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static boolean isMethod(String text) {
    return !text.equals("connect") && KNOWN.contains(text.toUpperCase(Locale.ROOT));
  }

  /// Reads a list of methods; empty for `*`, which is called `request`.
  static List<Word> list(Cursor in) {
    List<Word> methods = new ArrayList<>();
    do {
      one(in, methods);
    } while (more(in));
    return methods;
  }

  private static boolean more(Cursor in) {
    if (in.at(Lexeme.Kind.COLON)) {
      int before = in.last().end();
      Lexeme colon = in.next();
      in.mend(
          Code.PC0116,
          colon,
          "no `:` stands after a method",
          new Fix(in.span(before, colon.end()), ""));
    }
    if (in.peek().isWord() && KNOWN.contains(in.peek().text())) {
      in.mendUnlessNear(
          Code.PC0123,
          in.peek(),
          "`,` stands between methods",
          new Fix(in.span(in.last().end(), in.last().end()), ","));
      return true;
    }
    return Lists.more(in, java.util.Set.of("path"));
  }

  private static void one(Cursor in, List<Word> methods) {
    if (!in.peek().isName()) {
      throw in.unexpected("a method", "write a method such as `GET`, or `request` for all of them");
    }
    Lexeme word = in.next();
    if (word.is("*")) {
      in.mendUnlessNear(
          Code.PC0116, word, "any method is called `request`", in.instead(word, "request"));
    } else if (word.isWord() && word.text().indexOf('|') > 0) {
      bars(in, word, methods);
    } else {
      methods.add(word.isWord() ? known(in, word) : quoted(in, word));
    }
  }

  private static void bars(Cursor in, Lexeme word, List<Word> methods) {
    String listed = word.text().replace("|", ", ");
    in.mend(Code.PC0123, word, "`,` stands between methods", in.instead(word, listed));
    for (String method : word.text().split("\\|", -1)) {
      methods.add(new Word(method, false, in.span(word)));
    }
  }

  private static Word known(Cursor in, Lexeme word) {
    String upper = word.text().toUpperCase(Locale.ROOT);
    if (KNOWN.contains(word.text())) {
      return in.word(word);
    }
    if (KNOWN.contains(upper)) {
      in.mend(Code.PC0116, word, "methods are written in capitals", in.instead(word, upper));
      return in.word(word.withText(upper));
    }
    Optional<String> meant = Suggest.nearest(word.text(), KNOWN);
    if (meant.isEmpty()) {
      throw in.fail(
          Code.PC0115,
          word,
          Quote.of(word.text()) + " is no method",
          "write it in quotes, " + Quote.of("\"" + word.text() + "\"") + ", if it is one");
    }
    in.guess(Code.PC0115, word, Quote.of(word.text()) + " is no method", meant.orElseThrow());
    return in.word(word.withText(meant.orElseThrow()));
  }

  // RFC 9110, 5.6.2: a token.
  private static Word quoted(Cursor in, Lexeme word) {
    boolean token =
        !word.text().isEmpty()
            && word.text()
                .chars()
                .allMatch(c -> c > ' ' && c < 0x7F && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
    if (!token) {
      throw in.fail(
          Code.PC0115,
          word,
          Quote.of(word.text()) + " cannot be a method",
          "write one word without blanks, such as `\"PROPFIND\"`");
    }
    return in.word(word);
  }
}
