package io.policyc.tests.gen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whom the sentences of a generated input can speak of.
///
/// @param namespaces those with sentences and workloads of their own
/// @param workloads every declared one
/// @param externals every declared one
public record Cast(List<String> namespaces, List<Workload> workloads, List<External> externals) {
  /// Label values that workloads and pods share, so that they overlap.
  static final List<String> VALUES = List.of("a", "b", "c");

  public Cast {
    namespaces = List.copyOf(namespaces);
    workloads = List.copyOf(workloads);
    externals = List.copyOf(externals);
  }

  /// A declared workload.
  ///
  /// @param account the service account that its pods run as
  public record Workload(
      String namespace,
      String name,
      List<Term> terms,
      Optional<String> account,
      List<Port> ports,
      boolean foreign) {
    public Workload {
      terms = List.copyOf(terms);
      ports = List.copyOf(ports);
    }

    String declaration() {
      List<String> items = new ArrayList<>(terms.stream().map(Term::text).toList());
      account.ifPresent(name -> items.add("service account " + name));
      ports.forEach(port -> items.add("port " + port.text()));
      return (foreign ? "foreign workload " : "workload ")
          + name
          + " in "
          + namespace
          + " { "
          + String.join("; ", items)
          + " }";
    }
  }

  /// A condition on one label.
  ///
  /// @param operator `:`, `in`, `not in`, `exists` or `absent`
  public record Term(String key, String operator, List<String> values) {
    String text() {
      return switch (operator) {
        case ":" -> key + ": " + values.getFirst();
        case "exists", "absent" -> key + " " + operator;
        default -> key + " " + operator + " (" + String.join(", ", values) + ")";
      };
    }
  }

  /// A declared port.
  ///
  /// @param name empty for a number alone
  /// @param protocol `tcp`, `udp` or `sctp`
  public record Port(String name, int first, int last, String protocol) {
    String text() {
      return (name + " " + number()).strip();
    }

    String number() {
      return (first == last ? "" + first : first + "-" + last)
          + (protocol.equals("tcp") ? "" : "/" + protocol);
    }

    boolean isTcp() {
      return protocol.equals("tcp");
    }
  }

  /// Something declared outside of the cluster.
  ///
  /// @param lines its `host`, `cidr` and `cidr group` lines
  /// @param byHost whether one of them is a host
  public record External(String name, List<String> lines, List<Port> ports, boolean byHost) {
    public External {
      lines = List.copyOf(lines);
      ports = List.copyOf(ports);
    }

    String declaration() {
      List<String> items = new ArrayList<>(lines);
      ports.forEach(port -> items.add("port " + port.number()));
      return "external " + name + " { " + String.join("; ", items) + " }";
    }
  }
}
