package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.PortSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Decides what requests become beside grants that permit anything on their ports.
final class Folds {
  /// More parts than these are no rule that anybody would read.
  private static final int MOST_PARTS = 64;

  private final Effort effort;
  private final ModelText text;

  Folds(Effort effort, ModelText text) {
    this.effort = effort;
    this.text = text;
  }

  /// @param others grants that may meet the requests on a port, and permit anything there
  Folded fold(Box.Placed requests, List<Box.Placed> others) {
    Grant grant = requests.grant();
    Remainder all = Remainder.of(grant);
    List<Box.Placed> wider = others.stream().filter(o -> all.isWithin(o.grant())).toList();
    List<PortRange> ports = Guard.ports(grant.conversation());
    List<PortRange> left = new PortSet(ports(wider, ports)).missingOf(ports);
    List<Box.Placed> beside = new ArrayList<>(others);
    beside.removeAll(wider);
    beside.removeIf(other -> !overlap(left, other));
    Folding folding = new Folding(all);
    byPorts(left, inOrder(beside)).forEach(folding::add);
    List<PortRange> open = new ArrayList<>(new PortSet(left).missingOf(ports));
    open.addAll(folding.open);
    return new Folded(open, first(wider), folding.rest, folding.mixed);
  }

  private static Optional<Box.Placed> first(List<Box.Placed> placed) {
    return placed.stream().min(Comparator.comparingInt(Box.Placed::at));
  }

  // What becomes of requests must not hang on the order of the text.
  private List<Box.Placed> inOrder(List<Box.Placed> placed) {
    return placed.stream()
        .sorted(Comparator.<Box.Placed, String>comparing(p -> text.grant(p.grant())))
        .toList();
  }

  private static List<PortRange> ports(List<Box.Placed> wider, List<PortRange> every) {
    List<PortRange> ports = new ArrayList<>();
    for (Box.Placed other : wider) {
      List<PortRange> those = Guard.ports(other.grant().conversation());
      ports.addAll(those.isEmpty() ? every : those);
    }
    return ports.stream().sorted().toList();
  }

  private static boolean overlap(List<PortRange> ports, Box.Placed other) {
    return !ports.isEmpty() && Guard.overlap(ports, Guard.ports(other.grant().conversation()));
  }

  /// The ports, put together where the same grants permit anything.
  private Map<List<Box.Placed>, List<PortRange>> byPorts(
      List<PortRange> ports, List<Box.Placed> others) {
    TreeSet<Integer> cuts = new TreeSet<>();
    for (Box.Placed other : others) {
      for (PortRange range : Guard.ports(other.grant().conversation())) {
        cuts.add(range.first());
        cuts.add(range.last() + 1);
      }
    }
    Map<List<Box.Placed>, List<PortRange>> byPorts = new LinkedHashMap<>();
    for (PortRange range : ports) {
      int first = range.first();
      while (first <= range.last() && effort.spend(others.size())) {
        Integer next = cuts.higher(first);
        int last = next == null ? range.last() : Math.min(range.last(), next - 1);
        List<PortRange> segment = List.of(new PortRange(range.protocol(), first, last));
        List<Box.Placed> here = others.stream().filter(o -> overlap(segment, o)).toList();
        byPorts.computeIfAbsent(here, _ -> new ArrayList<>()).addAll(segment);
        first = last + 1;
      }
    }
    return byPorts;
  }

  /// One decision on its way.
  private final class Folding {
    private final Remainder all;
    private final List<PortRange> open = new ArrayList<>();
    private final List<Folded.Left> rest = new ArrayList<>();
    private final List<Box.Placed> mixed = new ArrayList<>();

    Folding(Remainder all) {
      this.all = all;
    }

    void add(List<Box.Placed> others, List<PortRange> ports) {
      List<Remainder> parts = List.of(all);
      for (Box.Placed other : others) {
        parts = without(parts, other);
      }
      if (parts.isEmpty()) {
        open.addAll(ports);
      }
      parts.forEach(part -> rest.add(new Folded.Left(part, ports)));
    }

    private List<Remainder> without(List<Remainder> parts, Box.Placed other) {
      List<Remainder> fewer = new ArrayList<>();
      for (Remainder part : parts) {
        Optional<List<Remainder>> left =
            part.mayMeet(other.grant()) ? part.without(other.grant()) : Optional.of(List.of(part));
        fewer.addAll(left.orElse(List.of(part)));
        if (left.isEmpty()) {
          mixed.add(other);
        }
      }
      return effort.spend(fewer.size() > MOST_PARTS ? Integer.MAX_VALUE : fewer.size())
          ? fewer
          : parts;
    }
  }
}
