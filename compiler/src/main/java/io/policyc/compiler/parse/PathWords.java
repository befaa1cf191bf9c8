package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import java.util.Optional;
import java.util.Set;

/// Paths of requests, as far as they can be told from paths of other languages.
///
/// What the parts of a pattern mean, and whether they fit together, is judged later.
final class PathWords {
  private static final Set<String> NOT_A_PATH = Set.of("with", "without", "port", "because");

  private PathWords() {}

  /// Reads one path.
  static Word read(Cursor in) {
    Lexeme word = in.peek();
    if (!word.isName() || (word.isWord() && NOT_A_PATH.contains(word.text()))) {
      throw in.unexpected("a path", "write a path such as `/api/**`");
    }
    in.next();
    PercentEncoding.ask(in, word);
    if (word.text().startsWith("http://") || word.text().startsWith("https://")) {
      throw in.fail(
          Code.PC0129,
          word,
          "a path has no host before it",
          "write the path alone, and `with host …` for its host");
    }
    return in.word(regular(in, slashed(in, parted(in, word))));
  }

  // `/a,/b` is one path by the letter, and two to everybody who writes it.
  private static Lexeme parted(Cursor in, Lexeme word) {
    int comma = word.quoted() ? -1 : word.text().indexOf(",/");
    if (comma < 0) {
      return word;
    }
    String apart = word.text().replace(",/", ", /");
    in.mend(Code.PC0155, word, "a comma ends a path only before a blank", in.instead(word, apart));
    return word.withText(word.text().substring(0, comma));
  }

  private static Lexeme slashed(Cursor in, Lexeme word) {
    if (word.text().startsWith("/")) {
      return word;
    }
    if (word.isWord() && !word.text().contains("/") && !in.at("on") && !in.at(Lexeme.Kind.COMMA)) {
      throw in.fail(
          Code.PC0127,
          word,
          "expected a path, found " + Found.of(word),
          "write a path such as `/api/**`; it begins with `/`");
    }
    String path = "/" + word.text();
    String right = word.quoted() ? "\"" + path + "\"" : path;
    in.mend(Code.PC0127, word, "a path begins with `/`", in.instead(word, right));
    return word.withText(path);
  }

  private static Lexeme regular(Cursor in, Lexeme word) {
    Optional<String> pattern = PathForms.pattern(word.text());
    if (pattern.isEmpty() || word.quoted()) {
      return word;
    }
    String meant = pattern.orElseThrow();
    if (meant.isEmpty()) {
      throw in.fail(
          Code.PC0128,
          word,
          "a path is not a regular expression",
          "write `*`, `{name}` and `/**`; or `path matching re\"…\"` for an expression; or the path"
              + " in quotes if it is meant as it stands");
    }
    in.mend(Code.PC0128, word, "a path is not a regular expression", in.instead(word, meant));
    return word.withText(meant);
  }
}
