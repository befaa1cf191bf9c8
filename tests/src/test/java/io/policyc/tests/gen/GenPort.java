package io.policyc.tests.gen;

import io.policyc.tests.gen.Cast.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes up the ports of a sentence: those that its receiver lets it name.
final class GenPort {
  private final Dice dice;

  GenPort(Dice dice) {
    this.dice = dice;
  }

  /// ` port …`, or nothing where the sentence may leave it out.
  ///
  /// @param declared the receiver's ports
  /// @param kind the name that it means when it says none: `http`, `grpc`
  String request(List<Port> declared, String kind) {
    List<Port> tcp = declared.stream().filter(Port::isTcp).toList();
    long fitting = declared.stream().filter(port -> isKind(port, kind)).count();
    boolean mayLeaveOut =
        fitting == 1 || (fitting == 0 && declared.size() == 1 && declared.equals(tcp));
    if (mayLeaveOut && dice.chance(70)) {
      return "";
    }
    return declared.isEmpty() || tcp.isEmpty()
        ? dice.one(" port 8080", " port 80", " port 8000-8003", " port 53", " every port")
        : " port " + items(tcp);
  }

  String connect(List<Port> declared) {
    if (dice.chance(8)) {
      return " every port" + dice.one("", "/udp", "/sctp");
    }
    if (declared.size() == 1 && dice.chance(50)) {
      return "";
    }
    return declared.isEmpty() ? " port " + loose() : " port " + items(declared);
  }

  /// Ports by number, of a receiver that declares none.
  String loose() {
    return dice.chance(4)
        ? many()
        : dice.one("8080", "443", "8080, 9100", "8000-8010/tcp", "53/udp", "7000-7002/sctp, 22");
  }

  // More than fit one entry of a policy.
  private static String many() {
    return IntStream.range(0, 45)
        .mapToObj(i -> 10_000 + 3 * i + (i % 4 == 0 ? "/udp" : ""))
        .collect(Collectors.joining(", "));
  }

  private String items(List<Port> declared) {
    List<String> items = new ArrayList<>();
    for (Port port : dice.some(declared, 2)) {
      items.add(port.name().isEmpty() || dice.chance(40) ? number(port) : port.name());
    }
    return String.join(", ", items);
  }

  private String number(Port port) {
    return port.first() < port.last() && dice.chance(50)
        ? new Port("", port.first() + 1, port.last() - 1, port.protocol()).number()
        : port.number();
  }

  private static boolean isKind(Port port, String kind) {
    return port.name().equals(kind) || port.name().startsWith(kind + "-");
  }
}
