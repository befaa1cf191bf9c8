package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.Protocol;
import io.policyc.compiler.ast.PortClause;
import io.policyc.compiler.ast.PortItem;
import io.policyc.findings.Suggest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Ports: `port 5432, 8000-8100, 9999/udp`, `port metrics`, `every port`.
final class Ports {
  private static final Set<String> FOLLOW = Set.of("with", "without", "because");
  private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");

  private Ports() {}

  /// Whether a clause of ports begins here.
  static boolean begins(Cursor in) {
    return in.at("port")
        || in.at("ports")
        || ((in.at("every") || in.at("any")) && in.peek(1).text().startsWith("port"));
  }

  /// Reads a clause of ports.
  static PortClause clause(Cursor in) {
    Lexeme first = in.peek();
    if (in.at("every") || in.at("any")) {
      in.next();
      return every(in, first);
    }
    word(in);
    return new PortClause.Listed(Lists.of(in, FOLLOW, Ports::item));
  }

  private static PortClause every(Cursor in, Lexeme first) {
    Lexeme port = in.next();
    String rest = port.text().substring("port".length());
    Optional<Protocol> protocol = Optional.empty();
    if (rest.startsWith("/")) {
      protocol = protocol(in, port, rest.substring(1));
    } else if (!rest.isEmpty()) {
      in.mend(Code.PC0113, port, "after `every` stands `port`", in.instead(port, "port"));
    }
    return new PortClause.Every(protocol, in.since(first));
  }

  /// Reads `port`, also where somebody wrote `ports`.
  static void word(Cursor in) {
    Lexeme word = in.next();
    if (word.is("ports")) {
      in.mend(Code.PC0113, word, "ports stand after `port`", in.instead(word, "port"));
    }
    if (in.at(Lexeme.Kind.COLON)) {
      in.mend(Code.PC0113, in.peek(), "no `:` stands after `port`", in.instead(in.peek(), ""));
      in.next();
    }
  }

  private static PortItem item(Cursor in) {
    if (!in.peek().isName()) {
      throw in.unexpected(
          "a port", "write a number, a range such as `8000-8100`, or a port's name");
    }
    Lexeme word = in.next();
    if (word.isWord() && looksLikeNumbers(word.text())) {
      return numbers(in, word);
    }
    if (word.isWord() && word.text().indexOf('/') > 0) {
      return protocolFirst(in, word);
    }
    Names.check(in, in.span(word), word.text());
    return new PortItem.Named(in.word(word));
  }

  // `tcp/80`, or `metrics/udp`, which says twice what the port's declaration says.
  private static PortItem protocolFirst(Cursor in, Lexeme word) {
    int slash = word.text().indexOf('/');
    String head = word.text().substring(0, slash);
    String tail = word.text().substring(slash + 1);
    if (Protocol.parse(head.toLowerCase(Locale.ROOT)).isPresent() && looksLikeNumbers(tail)) {
      return numbers(in, word);
    }
    throw in.fail(
        Code.PC0114,
        word,
        "a port's name brings its protocol along",
        "write `port " + head + "` alone");
  }

  /// Whether a word can only be meant as numbers.
  static boolean looksLikeNumbers(String word) {
    if (word.isEmpty() || !(Names.isDigit(word.charAt(0)) || word.startsWith("-"))) {
      return false;
    }
    int slash = word.indexOf('/');
    String head = slash < 0 ? word : word.substring(0, slash);
    for (int i = 0; i < head.length(); i++) {
      if (!Names.isDigit(head.charAt(i)) && "-:.".indexOf(head.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Reads `8080`, `8000-8100` or `9999/udp` from a word.
  static PortItem.Numbers numbers(Cursor in, Lexeme word) {
    PortForms plain = PortForms.of(word.text());
    int slash = plain.text().indexOf('/');
    String head = slash < 0 ? plain.text() : plain.text().substring(0, slash);
    int dash = head.indexOf('-');
    int first = number(in, word, dash < 0 ? head : head.substring(0, dash));
    int last = dash < 0 ? first : number(in, word, head.substring(dash + 1));
    plain.mend(in, word);
    Optional<Protocol> protocol =
        slash < 0 ? Optional.empty() : protocol(in, word, plain.text().substring(slash + 1));
    return new PortItem.Numbers(first, last, protocol, in.span(word));
  }

  private static int number(Cursor in, Lexeme word, String digits) {
    boolean plain =
        !digits.isEmpty()
            && digits.length() <= 5
            && digits.chars().allMatch(c -> Names.isDigit((char) c));
    int number = plain ? Integer.parseInt(digits) : 0;
    if (number < 1 || number > 65_535 || digits.charAt(0) == '0') {
      throw in.fail(
          Code.PC0113,
          word,
          Quote.of(word.text()) + " is not a port",
          "write a number from 1 to 65535, or a range such as `8000-8100`");
    }
    return number;
  }

  private static Optional<Protocol> protocol(Cursor in, Lexeme word, String text) {
    Optional<Protocol> protocol = Protocol.parse(text);
    if (protocol.isPresent()) {
      return protocol;
    }
    int start = word.end() - text.length();
    Lexeme part = new Lexeme(Lexeme.Kind.WORD, text, start, word.end());
    Optional<String> meant = Suggest.nearest(text, PROTOCOLS);
    if (meant.filter(m -> m.equalsIgnoreCase(text)).isPresent()) {
      in.mend(
          Code.PC0114, part, "protocols are written small", in.instead(part, meant.orElseThrow()));
    } else if (meant.isPresent()) {
      in.guess(Code.PC0114, part, Quote.of(text) + " is no protocol", meant.orElseThrow());
    } else {
      throw in.fail(
          Code.PC0114, part, Quote.of(text) + " is no protocol", "write `tcp`, `udp` or `sctp`");
    }
    return meant.flatMap(Protocol::parse);
  }
}
