package io.policyc.tests.gen;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.PortClause;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.WorkloadItem;
import io.policyc.tests.naive.NaiveEvaluator;
import io.policyc.tests.naive.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes up ports that sentences mean, or almost.
final class GenPortNear {
  private final Dice dice;
  private final NaiveEvaluator naive;

  GenPortNear(Dice dice, NaiveEvaluator naive) {
    this.dice = dice;
    this.naive = naive;
  }

  /// One port of a protocol.
  record Port(Protocol protocol, int number) {}

  /// A port that a clause means, or almost.
  Port near(PortClause clause, Party receiver) {
    List<PortItem.Numbers> near = new ArrayList<>();
    if (clause instanceof PortClause.Listed(var items)) {
      items.forEach(item -> near.addAll(numbers(item)));
    }
    if (near.isEmpty()) {
      near.addAll(declared(receiver));
    }
    if (near.isEmpty() || dice.chance(10)) {
      return new Port(
          dice.one(Protocol.TCP, Protocol.TCP, Protocol.UDP, Protocol.SCTP),
          dice.one(80, 443, 6443, 8080, 53, 65535, 1));
    }
    PortItem.Numbers numbers = dice.pick(near);
    int last = numbers.last();
    int number = dice.chance(90) ? dice.one(numbers.first(), last) : Math.min(last + 1, 65_535);
    Protocol protocol = numbers.protocol().orElse(Protocol.TCP);
    return new Port(dice.chance(92) ? protocol : Protocol.UDP, number);
  }

  // A name may be the port of any workload: the sentence's group decides.
  private List<PortItem.Numbers> numbers(PortItem item) {
    return switch (item) {
      case PortItem.Numbers numbers -> List.of(numbers);
      case PortItem.Named(var name) ->
          allPorts()
              .filter(port -> port.name().stream().anyMatch(n -> n.text().equals(name.text())))
              .map(WorkloadItem.Port::numbers)
              .toList();
    };
  }

  private List<PortItem.Numbers> declared(Party receiver) {
    if (!(receiver instanceof Party.Named named)) {
      return allPorts().map(WorkloadItem.Port::numbers).toList();
    }
    String name = named.name().text();
    Stream<PortItem.Numbers> ofWorkload =
        naive.workloads().stream()
            .filter(said -> said.sentence().name().text().equals(name))
            .flatMap(GenPortNear::ports)
            .map(WorkloadItem.Port::numbers);
    Stream<PortItem.Numbers> ofExternal =
        naive.externals().stream()
            .filter(said -> said.sentence().name().text().equals(name))
            .flatMap(said -> said.sentence().items().stream())
            .filter(ExternalItem.Ports.class::isInstance)
            .flatMap(item -> ((ExternalItem.Ports) item).numbers().stream());
    return Stream.concat(ofWorkload, ofExternal).toList();
  }

  private Stream<WorkloadItem.Port> allPorts() {
    return naive.workloads().stream().flatMap(GenPortNear::ports);
  }

  private static Stream<WorkloadItem.Port> ports(Said<Statement.Workload> said) {
    return said.sentence().items().stream()
        .filter(WorkloadItem.Port.class::isInstance)
        .map(WorkloadItem.Port.class::cast);
  }
}
