package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Condition;
import io.policyc.compiler.ast.PortClause;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What follows the receivers: ports, `with …` and `without …`, in any order.
final class Conditions {
  private static final List<String> WITH = List.of("header", "host", "mutual", "sni");
  private static final Set<String> BEFORE_PORT =
      Set.of("on", "at", "in", "to", "over", "via", "using", "through", "and");
  private static final Set<String> NO_NAME =
      Set.of("with", "without", "because", "port", "ports", "every", "any", "and");

  private final Cursor in;
  private final List<Condition> conditions = new ArrayList<>();
  private PortClause ports = new PortClause.Unsaid();

  private Conditions(Cursor in) {
    this.in = in;
  }

  /// Reads ports and conditions, none of them needed.
  static Conditions read(Cursor in) {
    Conditions read = new Conditions(in);
    boolean more = read.one();
    while (more) {
      more = read.one();
    }
    return read;
  }

  List<Condition> conditions() {
    return conditions;
  }

  PortClause ports() {
    return ports;
  }

  private boolean one() {
    boolean extra = in.peek().isWord() && BEFORE_PORT.contains(in.peek().text());
    if (extra && (in.peek(1).is("port") || in.peek(1).is("ports"))) {
      Lexeme word = in.peek();
      in.mend(
          Code.PC0124,
          word,
          "no " + Quote.of(word.text()) + " stands before `port`",
          in.without(word, in.peek(1)));
      in.next();
    }
    if (Ports.begins(in)) {
      readPorts();
      return true;
    }
    if (!conditions.isEmpty() && (in.at("and") || in.at(Lexeme.Kind.COMMA))) {
      return and();
    }
    return conditions.addAll(condition());
  }

  private void readPorts() {
    Lexeme word = in.peek();
    PortClause clause = Ports.clause(in);
    if (!(ports instanceof PortClause.Unsaid)) {
      throw in.fail(
          Code.PC0142,
          word,
          "ports stand in this sentence twice",
          "write one list: `port 80, 443`");
    }
    ports = clause;
  }

  // `with header A: b and header C: d`, or a `,` in its place.
  private boolean and() {
    int before = in.last().end();
    Lexeme and = in.next();
    boolean again = in.at("with") || in.at("without");
    Fix fix = again ? in.without(and, in.peek()) : new Fix(in.span(before, and.end()), " with");
    in.mend(Code.PC0123, and, "every condition begins with `with` or `without`", fix);
    if (!again) {
      conditions.add(with(and));
    }
    return true;
  }

  private List<Condition> condition() {
    Lexeme first = in.peek();
    if (in.take("with")) {
      return List.of(with(first));
    }
    return in.take("without") ? List.of(without(first)) : List.of();
  }

  private Condition with(Lexeme first) {
    String kind =
        in.choose(Code.PC0138, "condition", WITH)
            .orElseThrow(
                () ->
                    in.unexpected(
                        "a condition",
                        "write `with header`, `with host`, `with sni`, `with mutual auth` or `without query`"));
    return switch (kind) {
      case "header" -> header(first);
      case "host" -> host(first);
      case "mutual" -> mutual(first);
      default -> sni(first);
    };
  }

  private Condition header(Lexeme first) {
    Lexeme name = Names.name(in, "the name of a header");
    if (in.take(Lexeme.Kind.COLON)) {
      Word value = in.word(Names.name(in, "the value of the header"));
      return new Condition.Header(in.word(name), Optional.of(value), in.since(first));
    }
    int colon = name.isWord() ? name.text().indexOf(':') : -1;
    if (colon > 0) {
      return joined(first, name, colon);
    }
    return new Condition.Header(in.word(name), Optional.empty(), in.since(first));
  }

  private Condition joined(Lexeme first, Lexeme name, int colon) {
    int at = name.start() + colon;
    Span sign = in.span(at, at + 1);
    in.doubt(in.span(name));
    boolean value = in.peek().isName() && !NO_NAME.contains(in.peek().text());
    if (value) {
      throw in.fail(
          Code.PC0122,
          in.span(at, name.end()),
          "a header has one value, after `:` and a blank",
          "write " + Quote.of(name.text().substring(0, colon) + ": " + in.peek().text()));
    }
    in.mend(Code.PC0122, sign, "a blank stands after `:`", new Fix(sign, ": "));
    Word header = new Word(name.text().substring(0, colon), false, in.span(name.start(), at));
    Word joined = new Word(name.text().substring(colon + 1), false, in.span(at + 1, name.end()));
    return new Condition.Header(header, Optional.of(joined), in.since(first));
  }

  private Condition host(Lexeme first) {
    Lexeme host = Addresses.host(in, Names.name(in, "a host"));
    return new Condition.Host(in.word(host), in.since(first));
  }

  private Condition mutual(Lexeme first) {
    if (in.at("authentication") || in.at("tls") || in.at("TLS")) {
      in.mend(Code.PC0138, in.peek(), "it is called `mutual auth`", in.instead(in.peek(), "auth"));
      in.next();
    } else {
      in.expect("auth", "`auth`", "write `with mutual auth`");
    }
    return new Condition.MutualAuth(in.since(first));
  }

  private Condition sni(Lexeme first) {
    boolean name =
        in.peek().isName() && !(in.peek().isWord() && NO_NAME.contains(in.peek().text()));
    Optional<Word> server = name ? Optional.of(in.word(in.next())) : Optional.empty();
    return new Condition.Sni(server, in.since(first));
  }

  private Condition without(Lexeme first) {
    if (in.choose(Code.PC0138, "word that can stand after `without`", List.of("query")).isEmpty()) {
      throw in.unexpected("`query`", "write `without query`; nothing else can be left out");
    }
    return new Condition.WithoutQuery(in.since(first));
  }
}
