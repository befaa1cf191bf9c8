package io.policyc.compiler.resolve;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.PortSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    Map<Boolean, List<Box.Placed>> sorted =
        others.stream().collect(Collectors.partitioningBy(other -> all.isWithin(other.grant())));
    List<Box.Placed> wider = sorted.getOrDefault(true, List.of());
    List<PortRange> ports = Guard.ports(grant.conversation());
    List<PortRange> left = new PortSet(ports(wider, ports)).missingOf(ports);
    Folding folding = new Folding(all);
    for (Shared shared : byPorts(left, inOrder(sorted.getOrDefault(false, List.of())))) {
      folding.add(shared);
    }
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

  /// Ports on which the same grants permit anything.
  private record Shared(List<Box.Placed> others, List<PortRange> ports) {}

  private Collection<Shared> byPorts(List<PortRange> ports, List<Box.Placed> others) {
    NavigableMap<Integer, Segment> segments = segments(ports, others);
    if (effort.spend(segments.size() * (1 + others.size()))) {
      for (int i = 0; i < others.size(); i++) {
        mark(segments, others.get(i), i);
      }
    }
    Map<List<Integer>, Shared> byPorts = new LinkedHashMap<>();
    for (Segment segment : segments.values()) {
      byPorts
          .computeIfAbsent(
              segment.others(),
              at -> new Shared(at.stream().map(others::get).toList(), new ArrayList<>()))
          .ports()
          .add(segment.range());
    }
    return byPorts.values();
  }

  /// Ports that each other grant permits all of, or none.
  ///
  /// @param others the places of those that do
  private record Segment(PortRange range, List<Integer> others) {}

  private static NavigableMap<Integer, Segment> segments(
      List<PortRange> ports, List<Box.Placed> others) {
    NavigableSet<Integer> cuts = new TreeSet<>();
    for (Box.Placed other : others) {
      for (PortRange range : Guard.ports(other.grant().conversation())) {
        cuts.add(range.first());
        cuts.add(range.last() + 1);
      }
    }
    NavigableMap<Integer, Segment> segments = new TreeMap<>();
    for (PortRange range : ports) {
      for (PortRange part : cut(range, cuts)) {
        // Ranges of a sentence may overlap: of two that begin together, the longer one holds both.
        segments.merge(
            part.first(),
            new Segment(part, new ArrayList<>()),
            (a, b) -> a.range().contains(b.range()) ? a : b);
      }
    }
    return segments;
  }

  private static void mark(NavigableMap<Integer, Segment> segments, Box.Placed other, int at) {
    List<PortRange> ports = Guard.ports(other.grant().conversation());
    for (PortRange range : ports.isEmpty() ? List.of(PortRange.every(Protocol.TCP)) : ports) {
      if (range.protocol() == Protocol.TCP) {
        for (Segment segment : segments.subMap(range.first(), range.last() + 1).values()) {
          if (segment.others().isEmpty() || segment.others().getLast() != at) {
            segment.others().add(at);
          }
        }
      }
    }
  }

  private static List<PortRange> cut(PortRange range, NavigableSet<Integer> cuts) {
    List<PortRange> segments = new ArrayList<>();
    int first = range.first();
    for (int cut : cuts.subSet(range.first(), false, range.last(), true)) {
      segments.add(new PortRange(range.protocol(), first, cut - 1));
      first = cut;
    }
    segments.add(new PortRange(range.protocol(), first, range.last()));
    return segments;
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

    void add(Shared shared) {
      List<Remainder> parts = List.of(all);
      for (Box.Placed other : shared.others()) {
        parts = without(parts, other);
      }
      if (parts.isEmpty()) {
        open.addAll(shared.ports());
      }
      parts.forEach(part -> rest.add(new Folded.Left(part, shared.ports())));
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
