package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.PortRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where some pods may send, as far as Falco can tell: addresses, each with its ports.
final class Reach {
  /// Which ports count.
  enum Kind {
    /// Those of any protocol: a resolver connects a datagram socket to the port that it is asked
    /// for, whichever protocol that is.
    ANY,
    /// Those of protocols with connections.
    STREAM,
    /// Those of UDP.
    DATAGRAM
  }

  private record Ports(Numbers streams, Numbers datagrams) {
    Numbers of(Kind kind) {
      return switch (kind) {
        case ANY -> new Numbers().addAll(streams).addAll(datagrams);
        case STREAM -> streams;
        case DATAGRAM -> datagrams;
      };
    }
  }

  private final Map<Addresses, Ports> byAddress = new LinkedHashMap<>();
  private final Set<Origin> origins = new LinkedHashSet<>();
  private final Set<Blind> blind = EnumSet.noneOf(Blind.class);

  Reach add(Addresses addresses, List<PortRange> ports) {
    if (ports.isEmpty()) {
      return this;
    }
    Ports there =
        byAddress.computeIfAbsent(addresses, _ -> new Ports(new Numbers(), new Numbers()));
    for (PortRange range : ports) {
      (range.protocol() == Protocol.UDP ? there.datagrams() : there.streams()).add(range);
    }
    return this;
  }

  void from(Origin origin) {
    origins.add(origin);
  }

  /// Adds what another one has.
  void addAll(Reach other) {
    other.byAddress.forEach(
        (addresses, ports) -> {
          Ports there =
              byAddress.computeIfAbsent(addresses, _ -> new Ports(new Numbers(), new Numbers()));
          there.streams().addAll(ports.streams());
          there.datagrams().addAll(ports.datagrams());
        });
    origins.addAll(other.origins);
    blind.addAll(other.blind);
  }

  /// Adds something that Falco does not see of it.
  void hides(Blind what) {
    blind.add(what);
  }

  /// What Falco does not see of it.
  Set<Blind> hidden() {
    return Collections.unmodifiableSet(blind);
  }

  /// The sentences behind it.
  List<Origin> origins() {
    return List.copyOf(origins);
  }

  /// Whether it speaks of ports alone.
  boolean isShort() {
    return byAddress.keySet().stream()
        .allMatch(one -> one.equals(Addresses.ANY) || one.equals(Addresses.PODS));
  }

  /// Whether nothing lies elsewhere that would be worth a rule: every port of any address, or of
  /// any that a pod may have.
  boolean isEverything(Kind kind) {
    return Stream.of(Addresses.ANY, Addresses.PODS)
        .map(byAddress::get)
        .anyMatch(ports -> ports != null && ports.of(kind).isAll());
  }

  /// What holds of an event that is covered; empty where none is.
  ///
  /// Not to be asked where everything is covered.
  ///
  /// @param port the field that has the port
  List<Condition> terms(Kind kind, String port) {
    List<Condition> terms = new ArrayList<>();
    byAddress.forEach(
        (addresses, ports) -> term(addresses, ports.of(kind), port).ifPresent(terms::add));
    return terms;
  }

  private static Optional<Condition> term(Addresses addresses, Numbers ports, String port) {
    if (ports.isEmpty()) {
      return Optional.empty();
    }
    Optional<Condition> where = addresses.condition();
    if (ports.isAll()) {
      return where;
    }
    Condition numbers = ports.condition(port).orElseThrow();
    return Optional.of(where.map(w -> Terms.all(w, numbers)).orElse(numbers));
  }
}
