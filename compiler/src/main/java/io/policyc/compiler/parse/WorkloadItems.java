package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.ast.WorkloadItem;
import io.policyc.findings.Fix;
import io.policyc.findings.Suggest;
import java.util.List;
import java.util.Optional;

/// What stands between the braces of a workload.
final class WorkloadItems {
  private static final List<String> WORDS = List.of("port", "service");

  /// Words after which the one before is a label's key.
  private static final List<String> LABEL =
      List.of("in", "not", "notin", "exists", "absent", "=", "==", "!=");

  private WorkloadItems() {}

  /// Reads one item.
  static WorkloadItem read(Cursor in) {
    Lexeme first = in.peek();
    if (!first.isWord()) {
      return Labels.term(in);
    }
    if (WORDS.contains(first.text()) && in.peek(1).kind() == Lexeme.Kind.COLON) {
      return labelOrItem(in, first);
    }
    return switch (first.text()) {
      case "port", "ports" -> port(in, first);
      case "service" -> serviceAccount(in, first);
      default -> other(in, first);
    };
  }

  // `port: 8080` is meant as `port 8080`; `port: x` as a label.
  private static WorkloadItem labelOrItem(Cursor in, Lexeme first) {
    boolean number = first.is("port") && Ports.looksLikeNumbers(in.peek(2).text());
    if (number) {
      return port(in, first);
    }
    in.mend(
        Code.PC0154,
        first,
        "`" + first.text() + "` is a word of this block: as a label it stands in quotes",
        in.instead(first, "\"" + first.text() + "\""));
    in.replace(new Lexeme(Lexeme.Kind.TEXT, first.text(), first.start(), first.end()));
    return Labels.term(in);
  }

  private static WorkloadItem port(Cursor in, Lexeme first) {
    Ports.word(in);
    Lexeme word = Names.name(in, "a port");
    if (isNumbers(word)) {
      PortItem.Numbers numbers = Ports.numbers(in, word);
      Optional<Word> name = name(in, word);
      List<PortItem.Numbers> services = ServicePorts.read(in, numbers);
      return new WorkloadItem.Port(name, numbers, services, in.since(first));
    }
    Names.check(in, in.span(word), word.text());
    if (in.at(Lexeme.Kind.COLON)) {
      in.mend(
          Code.PC0113, in.peek(), "no `:` stands after a port's name", in.instead(in.peek(), ""));
      in.next();
    }
    PortItem.Numbers numbers = numbers(in, word);
    List<PortItem.Numbers> services = ServicePorts.read(in, numbers);
    return new WorkloadItem.Port(Optional.of(in.word(word)), numbers, services, in.since(first));
  }

  private static PortItem.Numbers numbers(Cursor in, Lexeme name) {
    if (!in.peek().isWord()) {
      throw in.unexpected(
          "the number of port " + Quote.of(name.text()), "write `port " + name.text() + " 8080`");
    }
    return Ports.numbers(in, in.next());
  }

  /// Whether a word can only be meant as numbers, `tcp/80` among them.
  static boolean isNumbers(Lexeme word) {
    String text = word.isWord() ? word.text() : "";
    int slash = text.indexOf('/');
    boolean protocolFirst = slash > 0 && Ports.looksLikeNumbers(text.substring(slash + 1));
    return protocolFirst || Ports.looksLikeNumbers(text);
  }

  // `port 8080 http`, the wrong way round.
  private static Optional<Word> name(Cursor in, Lexeme numbers) {
    if (!in.peek().isName() || ServicePorts.begins(in)) {
      return Optional.empty();
    }
    Lexeme name = in.next();
    in.mend(
        Code.PC0113,
        in.span(numbers.start(), name.end()),
        "a port's name stands before its number",
        new Fix(in.span(numbers.start(), name.end()), name.text() + " " + numbers.text()));
    return Optional.of(in.word(name));
  }

  private static WorkloadItem serviceAccount(Cursor in, Lexeme first) {
    in.next();
    in.expect("account", "`account` after `service`", "write `service account backend`");
    Word name = in.word(Names.name(in, "the name of the service account"));
    return new WorkloadItem.ServiceAccount(name, in.since(first));
  }

  private static WorkloadItem other(Cursor in, Lexeme first) {
    if (first.is("serviceaccount") || first.is("serviceAccount") || first.is("service-account")) {
      in.next();
      in.take(Lexeme.Kind.COLON);
      in.mend(
          Code.PC0146,
          first,
          "it is called `service account`",
          new Fix(in.since(first), "service account"));
      Word name = in.word(Names.name(in, "the name of the service account"));
      return new WorkloadItem.ServiceAccount(name, in.since(first));
    }
    if (first.is("host") || first.is("cidr")) {
      if (in.peek(1).isName()) {
        throw in.fail(
            Code.PC0146,
            first,
            "`" + first.text() + "` is no item of a workload",
            "declare it as `external <name> { " + first.text() + " … }`");
      }
    } else if (in.peek(1).isName() && !LABEL.contains(in.peek(1).text()) && misspelt(in, first)) {
      return read(in);
    }
    return Labels.term(in);
  }

  private static boolean misspelt(Cursor in, Lexeme first) {
    Optional<String> meant = Suggest.nearest(first.text(), WORDS);
    if (meant.isPresent()) {
      in.guess(
          Code.PC0146,
          first,
          Quote.of(first.text()) + " is no item of a workload",
          meant.orElseThrow());
      in.replace(first.withText(meant.orElseThrow()));
    }
    return meant.isPresent();
  }
}
