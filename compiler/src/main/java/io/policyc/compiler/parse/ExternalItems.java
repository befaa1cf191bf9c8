package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.ast.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What stands between the braces of an external.
final class ExternalItems {
  private static final List<String> WORDS = List.of("host", "cidr", "port");

  private ExternalItems() {}

  /// Reads one line, which may list several hosts or addresses.
  static void read(Cursor in, List<ExternalItem> items) {
    Lexeme first = in.peek();
    if (first.is("hosts") || first.is("ports") || first.is("cidrs")) {
      plural(in, first);
    }
    String word = choose(in);
    if (in.at(Lexeme.Kind.COLON)) {
      in.mend(
          Code.PC0146, in.peek(), "no `:` stands after `" + word + "`", in.instead(in.peek(), ""));
      in.next();
    }
    switch (word) {
      case "host" -> hosts(in, first, items);
      case "cidr" -> cidrs(in, first, items);
      default -> items.add(ports(in, first));
    }
  }

  private static void plural(Cursor in, Lexeme first) {
    String one = first.text().substring(0, first.text().length() - 1);
    in.mend(Code.PC0146, first, "it is called `" + one + "`", in.instead(first, one));
    in.replace(first.withText(one));
  }

  private static String choose(Cursor in) {
    Lexeme first = in.peek();
    boolean label = in.peek(1).kind() == Lexeme.Kind.COLON && !WORDS.contains(first.text());
    if (label) {
      throw in.fail(
          Code.PC0146,
          first,
          "an external has no labels: it is outside the cluster",
          "write `host`, `cidr` and `port` lines, or declare a `workload`");
    }
    return in.choose(Code.PC0146, "item of an external", WORDS).orElseThrow(() -> unknown(in));
  }

  private static Unreadable unknown(Cursor in) {
    return in.unexpected(
        "`host`, `cidr` or `port`",
        "write `host api.stripe.com`, `cidr 203.0.113.0/24` or `port 443`");
  }

  private static void hosts(Cursor in, Lexeme first, List<ExternalItem> items) {
    Lexeme from = first;
    do {
      Word host = in.word(Addresses.host(in, Names.name(in, "a host such as `api.stripe.com`")));
      items.add(new ExternalItem.Host(host, in.since(from)));
      from = in.peek(1);
    } while (Lists.more(in, Set.of()));
  }

  private static void cidrs(Cursor in, Lexeme first, List<ExternalItem> items) {
    if (in.take("group")) {
      Word name = in.word(Names.name(in, "the name of a CiliumCIDRGroup"));
      items.add(new ExternalItem.CidrGroup(name, in.since(first)));
      return;
    }
    Lexeme from = first;
    do {
      Word cidr = in.word(Names.name(in, "addresses such as `203.0.113.0/24`"));
      List<Word> except = in.take("except") ? Lists.words(in, Set.of(), "addresses") : List.of();
      items.add(new ExternalItem.Cidr(cidr, except, in.since(from)));
      from = in.peek(1);
    } while (Lists.more(in, Set.of()));
  }

  private static ExternalItem ports(Cursor in, Lexeme first) {
    List<PortItem.Numbers> numbers = new ArrayList<>();
    do {
      Lexeme word = Names.name(in, "a port number");
      if (!WorkloadItems.isNumbers(word)) {
        throw in.fail(Code.PC0113, word, "a port is a number here", "write `port 443`");
      }
      numbers.add(Ports.numbers(in, word));
    } while (Lists.more(in, Set.of()));
    return new ExternalItem.Ports(numbers, in.since(first));
  }
}
