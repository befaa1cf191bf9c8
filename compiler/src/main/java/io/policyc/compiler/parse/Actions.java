package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a sentence lets happen: everything after `may`, `can` or `cannot`.
final class Actions {
  static final List<String> VERBS =
      List.of("request", "call", "connect", "reach", "ping", "resolve", "use");
  private static final Set<String> AFTER_RECEIVERS =
      Set.of("port", "ports", "with", "without", "because");
  private static final Set<String> NOT_ON = Set.of("to", "at", "from", "of", "in", "for");
  private static final Set<String> AFTER_NAMES = Set.of("because");

  private Actions() {}

  /// Reads an action.
  ///
  /// @param modal the word before it
  static Action read(Cursor in, String modal) {
    Lexeme first = in.peek();
    if (Methods.begin(in)) {
      return Requests.read(in);
    }
    List<String> words = new ArrayList<>(VERBS);
    words.addAll(Methods.KNOWN);
    String verb =
        in.choose(Code.PC0115, "method or verb", words).orElseThrow(() -> noVerb(in, modal));
    return switch (verb) {
      case "request" -> Requests.any(in, first);
      case "call" -> call(in, first);
      case "connect" -> connect(in, first);
      case "reach" -> reach(in, first);
      case "ping" -> ping(in, first);
      case "resolve" -> resolve(in, first);
      case "use" ->
          new Action.Use(
              Lists.words(in, AFTER_NAMES, "an interface such as `wasi:keyvalue`"),
              in.since(first));
      default -> Requests.from(in, first, List.of(new Word(verb, false, in.span(first))));
    };
  }

  /// Whether an action begins here, its methods in a wrong form included.
  static boolean begin(Cursor in) {
    return Methods.begin(in) || (in.peek().isWord() && VERBS.contains(in.peek().text()));
  }

  private static Unreadable noVerb(Cursor in, String modal) {
    if (in.peek().isWord() && in.peek().text().startsWith("/")) {
      return in.fail(
          Code.PC0115,
          in.peek(),
          "a method is missing before the path",
          "write `" + in.with(in.before(in.peek(), "GET ")) + "`, or `request` for every method");
    }
    if (!in.peek().isName()) {
      return in.unexpected(
          "what " + modal + " happen",
          "write a method, `request`, `call`, `connect to`, `reach`, `ping`, `resolve` or `use`");
    }
    return in.fail(
        Code.PC0115,
        in.peek(),
        Found.of(in.peek()) + " is no method or verb",
        "write a method such as `GET`, or `request`, `call`, `connect to`, `reach`, `ping`,"
            + " `resolve` or `use`");
  }

  private static Action call(Cursor in, Lexeme first) {
    List<Word> methods = Lists.of(in, Set.of("on"), Actions::rpc);
    List<Party> receivers = on(in, "the methods");
    Conditions rest = Conditions.read(in);
    return new Action.Call(methods, receivers, rest.ports(), rest.conditions(), in.since(first));
  }

  private static Word rpc(Cursor in) {
    if (in.at("on")) {
      throw in.fail(
          Code.PC0127,
          in.peek(),
          "a gRPC method is missing before `on`",
          "write `shop.Cart/AddItem`, or `shop.Cart/*` for all of a service");
    }
    Lexeme word = Names.name(in, "a gRPC method such as `shop.Cart/AddItem`");
    String text = word.text();
    if (text.startsWith("/") && text.length() > 1) {
      in.mend(
          Code.PC0127,
          word,
          "a gRPC method has no `/` before its service",
          in.instead(word, text.substring(1)));
      return in.word(word.withText(text.substring(1)));
    }
    if (text.indexOf('/') <= 0) {
      throw in.fail(
          Code.PC0127,
          word,
          Quote.of(text) + " is not a gRPC method",
          "write the service and the method, `shop.Cart/AddItem`, or `"
              + text
              + "/*` for all of a service");
    }
    return in.word(word);
  }

  private static Action connect(Cursor in, Lexeme first) {
    if (!in.take("to")) {
      noTo(in);
    }
    List<Party> receivers = receivers(in);
    Conditions rest = Conditions.read(in);
    return new Action.Connect(receivers, rest.ports(), rest.conditions(), in.since(first));
  }

  private static void noTo(Cursor in) {
    Lexeme found = in.peek();
    if (found.is("on") || found.is("with") || found.is("into")) {
      in.mend(Code.PC0124, found, "after `connect` stands `to`", in.instead(found, "to"));
      in.next();
    } else if (found.isName() && !Parties.isName(in.peek(1))) {
      in.mend(Code.PC0124, found, "after `connect` stands `to`", in.before(found, "to "));
    } else {
      in.expect("to", "`to <workload>`", "write `connect to <workload>`");
    }
  }

  private static Action reach(Cursor in, Lexeme first) {
    List<Party> receivers = receivers(in);
    Conditions rest = Conditions.read(in);
    if (!(rest.ports() instanceof io.policyc.compiler.ast.PortClause.Unsaid)) {
      throw in.fail(
          Code.PC0149,
          first,
          "`reach` is every port and protocol",
          "write `connect to … port …` for single ports");
    }
    return new Action.Reach(receivers, rest.conditions(), in.since(first));
  }

  private static Action ping(Cursor in, Lexeme first) {
    List<Party> receivers = receivers(in);
    if (Ports.begins(in)) {
      throw in.fail(
          Code.PC0149,
          in.peek(),
          "`ping` has no ports",
          "leave them out, or write `connect to … port …` for what TCP or UDP carries");
    }
    if (in.at("with") || in.at("without")) {
      throw in.fail(Code.PC0149, in.peek(), "`ping` has no conditions", "leave them out");
    }
    return new Action.Ping(receivers, in.since(first));
  }

  private static Action resolve(Cursor in, Lexeme first) {
    List<Word> names =
        Lists.of(
            in,
            AFTER_NAMES,
            c -> c.word(Addresses.host(c, Names.name(c, "a host name such as `*.corp.example`"))));
    return new Action.Resolve(names, in.since(first));
  }

  // The receivers after a verb that takes no preposition.
  private static List<Party> receivers(Cursor in) {
    if ((in.at("to") || in.at("on")) && in.peek(1).isName() && !in.last().is("to")) {
      Lexeme extra = in.peek();
      in.mend(
          Code.PC0124,
          extra,
          "no " + Quote.of(extra.text()) + " stands after `" + in.last().text() + "`",
          in.without(extra, in.peek(1)));
      in.next();
    }
    return Parties.list(in, AFTER_RECEIVERS);
  }

  // Whether nothing but ports and conditions follows the next word, which is no path.
  private static boolean isLast(Cursor in) {
    return !in.at("on")
        && !in.peek().text().startsWith("/")
        && in.peek(1).kind() != Lexeme.Kind.COMMA
        && !Parties.isName(in.peek(1));
  }

  /// Reads `on` and the receivers.
  ///
  /// @param before what stands before it, in users' words
  static List<Party> on(Cursor in, String before) {
    Lexeme found = in.peek();
    if (found.isWord() && NOT_ON.contains(found.text())) {
      in.mend(
          Code.PC0124, found, "after " + before + " stands `on`", new Fix(in.span(found), "on"));
      in.next();
    } else if (found.isName() && isLast(in)) {
      in.doubt(in.span(in.last()));
      in.mendUnlessNear(
          Code.PC0124, found, "after " + before + " stands `on`", in.before(found, "on "));
    } else {
      in.expect("on", "`on <workload>`", "say whose: `on <workload>`");
    }
    return Parties.list(in, AFTER_RECEIVERS);
  }
}
