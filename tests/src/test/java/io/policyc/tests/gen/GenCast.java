package io.policyc.tests.gen;

import io.policyc.tests.gen.Cast.External;
import io.policyc.tests.gen.Cast.Port;
import io.policyc.tests.gen.Cast.Term;
import io.policyc.tests.gen.Cast.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes up whom an input speaks of.
final class GenCast {
  private static final List<String> NAMESPACES = List.of("shop", "data", "pay-eu", "pay-us");
  private static final List<Port> PORTS =
      List.of(
          new Port("http", 8080, 8080, "tcp"),
          new Port("http-admin", 8081, 8081, "tcp"),
          new Port("grpc", 9090, 9090, "tcp"),
          new Port("metrics", 9100, 9100, "tcp"),
          new Port("range", 7000, 7003, "tcp"),
          new Port("media", 30000, 30100, "udp"),
          new Port("sig", 3868, 3868, "sctp"),
          new Port("", 5432, 5432, "tcp"),
          new Port("", 53, 53, "udp"));

  private final Dice dice;

  GenCast(Dice dice) {
    this.dice = dice;
  }

  Cast make() {
    List<String> namespaces = dice.some(NAMESPACES, 3);
    List<Workload> workloads = new ArrayList<>();
    int count = dice.between(2, 5);
    for (int i = 0; i < count; i++) {
      workloads.add(workload(dice.pick(namespaces), "w" + i, false));
    }
    if (dice.chance(40)) {
      workloads.add(workload("security", "vault", true));
    }
    return new Cast(namespaces, workloads, externals());
  }

  private Workload workload(String namespace, String name, boolean foreign) {
    return new Workload(
        namespace,
        name,
        terms(),
        dice.chance(12) ? Optional.of(dice.one("robot", "clerk")) : Optional.empty(),
        dice.chance(15) ? List.of() : ports(),
        foreign);
  }

  // A metrics port that differs from workload to workload, since groups mean each one's own.
  private List<Port> ports() {
    List<Port> ports = new ArrayList<>(dice.some(PORTS, 3));
    ports.replaceAll(
        port ->
            port.name().equals("metrics") && dice.chance(50)
                ? new Port("metrics", 9101, 9101, "tcp")
                : port);
    return ports;
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term("app", ":", List.of(dice.pick(Cast.VALUES))));
    if (dice.chance(30)) {
      terms.set(0, new Term("app", "in", dice.some(Cast.VALUES, 2)));
    }
    if (dice.chance(50)) {
      terms.add(other());
    }
    return terms;
  }

  private Term other() {
    String key = dice.one("tier", "example.com/track");
    return switch (dice.between(0, 4)) {
      case 0 -> new Term(key, "in", dice.some(Cast.VALUES, 2));
      case 1 -> new Term(key, "not in", dice.some(Cast.VALUES, 2));
      case 2 -> new Term(key, "exists", List.of());
      case 3 -> new Term(key, "absent", List.of());
      default -> new Term(key, ":", List.of(dice.pick(Cast.VALUES)));
    };
  }

  private List<External> externals() {
    List<External> externals = new ArrayList<>();
    List<List<String>> kinds =
        List.of(
            List.of("cidr 203.0.113.0/24 except 203.0.113.7/32, 203.0.113.128/25"),
            List.of("cidr 198.51.100.0/25", "cidr 2001:db8:7::/48 except 2001:db8:7:1::/64"),
            List.of("cidr 2001:db8::/32", "cidr 0.0.0.0/1 except 10.0.0.0/8"),
            List.of("cidr group partners"),
            List.of("host api.stripe.com"),
            List.of("host *.feeds.example", "host feeds.example"),
            List.of("host api.mixed.example", "cidr 203.0.113.0/26"));
    int count = dice.between(0, 3);
    for (int i = 0; i < count; i++) {
      List<String> lines = dice.pick(kinds);
      boolean byHost = lines.stream().anyMatch(line -> line.startsWith("host"));
      externals.add(new External("x" + i, lines, externalPorts(), byHost));
    }
    return externals;
  }

  private List<Port> externalPorts() {
    return switch (dice.between(0, 3)) {
      case 0 -> List.of();
      case 1 -> List.of(new Port("", 8443, 8443, "tcp"));
      case 2 -> List.of(new Port("", 80, 80, "tcp"), new Port("", 8000, 8010, "udp"));
      default -> List.of(new Port("", 443, 443, "tcp"));
    };
  }
}
