package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who a sentence speaks of: `web`, `data/db`, `every pod in monitoring`, `anyone but backend`.
final class Parties {
  private static final Set<String> NEXT =
      Set.of("port", "ports", "every", "any", "with", "without", "because");

  private static final List<Party.Entity> ENTITIES = List.of(Party.Entity.values());

  private Parties() {}

  /// Reads a list of parties.
  static List<Party> list(Cursor in, Set<String> follow) {
    return Lists.of(in, follow, Parties::one);
  }

  /// Reads one party.
  static Party one(Cursor in) {
    Lexeme first = in.peek();
    if (!first.isName()) {
      throw in.unexpected("a workload", "name a workload, an external or a built-in name");
    }
    if (!first.isWord()) {
      return named(in);
    }
    return switch (first.text()) {
      case "every", "any" -> every(in);
      case "all" -> in.peek(1).text().startsWith("pod") ? all(in) : named(in);
      case "anyone" -> anyone(in);
      case "nobody" -> nobody(in);
      default -> misspeltEvery(in) ? every(in) : entity(in).orElseGet(() -> named(in));
    };
  }

  /// Whether a lexeme could be the name of somebody, and not the next word of a sentence.
  static boolean isName(Lexeme lexeme) {
    return lexeme.isName() && !NEXT.contains(lexeme.text());
  }

  // `evrey pod`: no name stands before `pod`.
  private static boolean misspeltEvery(Cursor in) {
    Lexeme next = in.peek(1);
    boolean pod = next.is("pod") || next.is("pods") || next.is("node") || next.is("nodes");
    if (!pod || !Suggest.near(in.peek().text(), "every")) {
      return false;
    }
    in.guess(
        Code.PC0143,
        in.peek(),
        Quote.of(in.peek().text()) + " stands before `" + next.text() + "`",
        "every");
    return true;
  }

  private static Optional<Party> entity(Cursor in) {
    for (Party.Entity entity : ENTITIES) {
      if (in.at(entity.word())) {
        return Optional.of(new Party.BuiltIn(entity, in.span(in.next())));
      }
    }
    return Optional.empty();
  }

  private static Party all(Cursor in) {
    Lexeme all = in.peek();
    in.mend(
        Code.PC0143,
        all,
        "pods are called `every pod`",
        new io.policyc.findings.Fix(in.span(all.start(), in.peek(1).end()), "every pod"));
    in.next();
    in.next();
    return pods(in, all);
  }

  private static Party every(Cursor in) {
    Lexeme first = in.next();
    Lexeme what = in.peek();
    if (what.is("pods") || what.is("nodes")) {
      String one = what.text().substring(0, what.text().length() - 1);
      in.mend(
          Code.PC0143,
          what,
          "after `" + first.text() + "` stands `" + one + "`",
          in.instead(what, one));
      in.replace(what.withText(one));
    }
    String kind =
        in.choose(
                Code.PC0102,
                "word that can stand after `" + first.text() + "`",
                List.of("pod", "node"))
            .orElseThrow(
                () ->
                    in.unexpected(
                        "`pod` or `node`",
                        "write `every pod`, `every pod in <namespace>`, `every node`, or `anyone` for"
                            + " any peer"));
    return kind.equals("node")
        ? new Party.BuiltIn(Party.Entity.EVERY_NODE, in.since(first))
        : pods(in, first);
  }

  private static Party pods(Cursor in, Lexeme first) {
    List<LabelTerm> labels = in.at(Lexeme.Kind.OPEN_BRACE) ? Labels.block(in) : List.of();
    Party.Scope scope = in.take("in") ? scope(in) : new Party.Scope.Here();
    if (in.at(Lexeme.Kind.OPEN_BRACE)) {
      throw in.fail(
          Code.PC0102,
          in.peek(),
          "labels of pods stand after `pod`",
          "write `every pod { … } in <namespace>`, or `in namespaces { … }` for labels of namespaces");
    }
    return new Party.Pods(labels, scope, in.since(first));
  }

  private static Party.Scope scope(Cursor in) {
    if ((in.at("every") || in.at("any") || in.at("all")) && in.peek(1).isWord()) {
      in.next();
      in.expect("namespace", "`namespace`", "write `in every namespace`");
      return new Party.Scope.Everywhere();
    }
    if (in.at("namespaces") && in.peek(1).kind() == Lexeme.Kind.OPEN_BRACE) {
      in.next();
      return new Party.Scope.Labelled(Labels.block(in));
    }
    if (in.at("namespace") && in.peek(1).isName()) {
      Lexeme extra = in.next();
      in.mend(
          Code.PC0102,
          extra,
          "after `in` stands the namespace's name alone",
          in.without(extra, in.peek()));
    }
    return new Party.Scope.In(Names.namespace(in));
  }

  private static Party anyone(Cursor in) {
    Lexeme first = in.next();
    Optional<Word> outside = outside(in);
    List<Party.Named> but = but(in);
    return new Party.Anyone(outside, but, in.since(first));
  }

  private static Party nobody(Cursor in) {
    Lexeme first = in.next();
    Optional<Word> outside = outside(in);
    List<Party.Named> but = but(in);
    return new Party.Nobody(outside, but, in.since(first));
  }

  private static Optional<Word> outside(Cursor in) {
    return in.take("outside") ? Optional.of(Names.namespace(in)) : Optional.empty();
  }

  private static List<Party.Named> but(Cursor in) {
    if (in.at("except")) {
      in.mend(
          Code.PC0143,
          in.peek(),
          "who is left out stands after `but`",
          in.instead(in.peek(), "but"));
      in.replace(in.peek().withText("but"));
    }
    return in.take("but") ? Lists.of(in, Set.of(), Parties::named) : List.of();
  }

  /// Reads `web` or `data/db`.
  static Party.Named named(Cursor in) {
    Lexeme lexeme = Names.name(in, "a workload");
    Span span = in.span(lexeme);
    int slash = lexeme.isWord() ? lexeme.text().indexOf('/') : -1;
    if (slash == 0) {
      throw in.fail(
          Code.PC0102,
          lexeme,
          "expected a workload, found " + Found.of(lexeme),
          "name a workload, an external or a built-in name");
    }
    if (slash < 0) {
      Addresses.refuse(in, lexeme);
      Names.quote(in, lexeme);
      Names.check(in, span, lexeme.text());
      return new Party.Named(Optional.empty(), in.word(lexeme), span);
    }
    return qualified(in, lexeme, slash);
  }

  private static Party.Named qualified(Cursor in, Lexeme lexeme, int slash) {
    Addresses.refuse(in, lexeme);
    int middle = lexeme.start() + slash;
    Word namespace =
        new Word(lexeme.text().substring(0, slash), false, in.span(lexeme.start(), middle));
    Names.checkNamespace(in, namespace.span(), namespace.text());
    Word name =
        new Word(lexeme.text().substring(slash + 1), false, in.span(middle + 1, lexeme.end()));
    if (name.text().isEmpty() && in.at(Lexeme.Kind.TEXT) && in.peek().start() == lexeme.end()) {
      name = in.word(in.next());
    }
    Names.check(in, name.span(), name.text());
    return new Party.Named(Optional.of(namespace), name, in.since(lexeme));
  }
}
