package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.PortSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    NavigableSet<Integer> cuts = new TreeSet<>();
    List<Optional<PortSet>> open = new ArrayList<>();
    for (Box.Placed other : others) {
      List<PortRange> those = Guard.ports(other.grant().conversation());
      open.add(those.isEmpty() ? Optional.empty() : Optional.of(new PortSet(those)));
      for (PortRange range : those) {
        cuts.add(range.first());
        cuts.add(range.last() + 1);
      }
    }
    Map<List<Integer>, Shared> byPorts = new LinkedHashMap<>();
    for (PortRange range : ports) {
      for (PortRange segment : cut(range, cuts)) {
        List<Integer> here = effort.spend(others.size()) ? touching(segment, open) : List.of();
        byPorts
            .computeIfAbsent(
                here, _ -> new Shared(here.stream().map(others::get).toList(), new ArrayList<>()))
            .ports()
            .add(segment);
      }
    }
    return byPorts.values();
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

  private static List<Integer> touching(PortRange segment, List<Optional<PortSet>> open) {
    return IntStream.range(0, open.size())
        .filter(i -> open.get(i).map(set -> set.touches(segment)).orElse(true))
        .boxed()
        .toList();
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
