package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.PortItem;
import io.policyc.findings.Suggest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `behind service 80`, after a port of a workload.
final class ServicePorts {
  private static final String EXAMPLE = "write `port http 8080 behind service 80`";

  private ServicePorts() {}

  /// Whether the ports of Services begin here, perhaps misspelt.
  static boolean begins(Cursor in) {
    Lexeme word = in.peek();
    boolean near = word.isWord() && Suggest.near(word.text(), "behind");
    return in.at("behind") || (near && in.peek(1).is("service"));
  }

  /// Reads the ports of Services; none where none are said.
  static List<PortItem.Numbers> read(Cursor in, PortItem.Numbers pod) {
    if (!begins(in)) {
      return List.of();
    }
    Lexeme first = in.peek();
    in.expect("behind", "`behind`", EXAMPLE);
    if (in.at("services")) {
      in.mend(
          Code.PC0102,
          in.peek(),
          "a port stands behind a `service`",
          in.instead(in.peek(), "service"));
      in.next();
    } else if (in.peek().isWord() && Ports.looksLikeNumbers(in.peek().text())) {
      in.mend(
          Code.PC0102,
          in.peek(),
          "after `behind` stands `service`",
          in.before(in.peek(), "service "));
    } else {
      in.expect("service", "`service` after `behind`", EXAMPLE);
    }
    if (pod.first() != pod.last()) {
      throw in.fail(
          Code.PC0113,
          first,
          "a range of ports has no port of a Service",
          "declare the ports behind a Service one by one");
    }
    return Lists.of(in, Set.of(), ServicePorts::number);
  }

  private static PortItem.Numbers number(Cursor in) {
    if (!in.peek().isWord()) {
      throw in.unexpected("the port of a Service", EXAMPLE);
    }
    Lexeme word = in.next();
    PortItem.Numbers number = Ports.numbers(in, word);
    if (number.first() != number.last()) {
      throw in.fail(Code.PC0113, word, "a Service shows a port under one number", EXAMPLE);
    }
    if (number.protocol().isPresent()) {
      in.mend(
          Code.PC0114,
          word,
          "a Service's port is of the pod's protocol",
          in.instead(word, "" + number.first()));
    }
    return new PortItem.Numbers(number.first(), number.last(), Optional.empty(), number.span());
  }
}
