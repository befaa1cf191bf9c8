package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conditions on labels: `app: web`, `tier in (api, core)`, `canary exists`.
final class Labels {
  private Labels() {}

  /// Reads `{ team: payments; tier in (a, b) }`.
  static List<LabelTerm> block(Cursor in) {
    List<LabelTerm> terms = new ArrayList<>();
    List<Span> broken = new ArrayList<>();
    Blocks.read(in, c -> terms.add(term(c)), broken::add);
    if (!broken.isEmpty()) {
      throw new Unreadable();
    }
    return terms;
  }

  /// Reads one condition.
  static LabelTerm term(Cursor in) {
    Lexeme key = Names.name(in, "a label such as `app: web`");
    return joined(in, key).orElseGet(() -> rest(in, key));
  }

  private static LabelTerm rest(Cursor in, Lexeme key) {
    return in.take(Lexeme.Kind.COLON)
        ? new LabelTerm.Is(in.word(key), value(in, key))
        : phrase(in, key);
  }

  private static LabelTerm phrase(Cursor in, Lexeme key) {
    Lexeme found = in.peek();
    return switch (found.isWord() ? found.text() : "") {
      case "in" -> {
        in.next();
        List<Word> values = values(in);
        yield new LabelTerm.In(in.word(key), values, in.since(key));
      }
      case "not", "notin" -> notIn(in, key);
      case "exists" -> {
        in.next();
        yield new LabelTerm.Exists(in.word(key), in.since(key));
      }
      case "absent" -> {
        in.next();
        yield new LabelTerm.Absent(in.word(key), in.since(key));
      }
      case "=", "==" -> equalsSign(in, key);
      case "!=" ->
          throw in.fail(
              Code.PC0121,
              found,
              "`!=` is not a word of the language",
              "write " + Quote.of(key.text() + " not in (" + in.peek(1).text() + ")"));
      default -> misspelt(in, key);
    };
  }

  private static LabelTerm notIn(Cursor in, Lexeme key) {
    Lexeme not = in.next();
    if (not.is("notin")) {
      in.mend(Code.PC0102, not, "`not in` is two words", in.instead(not, "not in"));
    } else {
      in.expect("in", "`in` after `not`", "write `" + key.text() + " not in (a, b)`");
    }
    List<Word> values = values(in);
    return new LabelTerm.NotIn(in.word(key), values, in.since(key));
  }

  private static LabelTerm misspelt(Cursor in, Lexeme key) {
    Lexeme found = in.peek();
    Optional<String> meant =
        found.isWord()
            ? Suggest.nearest(found.text(), List.of("exists", "absent", "not", "in"))
            : Optional.empty();
    if (meant.isPresent()) {
      in.guess(
          Code.PC0102, found, Found.of(found) + " cannot stand after a label", meant.orElseThrow());
      throw new Unreadable();
    }
    throw in.unexpected(
        "`:` after the label " + Quote.of(key.text()),
        "write `key: value`, `key in (a, b)`, `key not in (a, b)`, `key exists` or `key absent`");
  }

  private static LabelTerm equalsSign(Cursor in, Lexeme key) {
    Lexeme sign = in.next();
    Fix fix = new Fix(in.span(key.end(), sign.end()), ":");
    in.mend(Code.PC0121, sign, "`:` stands between a label and its value", fix);
    return new LabelTerm.Is(in.word(key), value(in, key));
  }

  // `app=web` and `app:web`, one word each.
  private static Optional<LabelTerm> joined(Cursor in, Lexeme key) {
    int equals = key.text().indexOf('=');
    int colon = key.text().indexOf(':');
    int cut = colon >= 0 && (equals < 0 || colon < equals) ? colon : equals;
    boolean whole = !key.isWord() || in.at(Lexeme.Kind.COLON) || cut <= 0;
    return whole ? Optional.empty() : Optional.of(split(in, key, cut, equals >= 0));
  }

  private static LabelTerm split(Cursor in, Lexeme key, int cut, boolean equals) {
    int start = key.start() + cut;
    int end = start;
    while (end < key.end() && ":=".indexOf(key.text().charAt(end - key.start())) >= 0) {
      end++;
    }
    String label = key.text().substring(0, cut);
    String rest = key.text().substring(end - key.start());
    in.doubt(in.span(key));
    if (in.peek().isName() && !rest.isEmpty()) {
      throw in.fail(
          Code.PC0122,
          in.span(start, key.end()),
          "a label has one value, after `:` and a blank",
          "write " + Quote.of(label + ": " + in.peek().text()));
    }
    in.mend(
        equals ? Code.PC0121 : Code.PC0122,
        in.span(start, end),
        equals ? "`:` stands between a label and its value" : "a blank stands after `:`",
        new Fix(in.span(start, end), rest.isEmpty() ? ":" : ": "));
    Word word = new Word(label, false, in.span(key.start(), start));
    return new LabelTerm.Is(
        word, rest.isEmpty() ? value(in, key) : new Word(rest, false, in.span(end, key.end())));
  }

  private static Word value(Cursor in, Lexeme key) {
    if (in.at(Lexeme.Kind.OPEN_PAREN)) {
      throw in.fail(
          Code.PC0102,
          in.peek(),
          "after `:` stands one value",
          "write `" + key.text() + " in (a, b)` for several");
    }
    return in.word(Names.name(in, "the value of " + Quote.of(key.text())));
  }

  private static List<Word> values(Cursor in) {
    if (!in.take(Lexeme.Kind.OPEN_PAREN)) {
      throw in.unexpected("`(`", "write the values in parentheses: `(api, core)`");
    }
    List<Word> values = Lists.words(in, Set.of(), "a value");
    if (!in.take(Lexeme.Kind.CLOSE_PAREN)) {
      throw in.unexpected("`,` or `)`", "separate the values with `,`");
    }
    return values;
  }
}
