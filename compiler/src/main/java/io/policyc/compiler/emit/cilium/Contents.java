package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.AllowRule;
import io.policyc.compiler.cilium.Comments;
import io.policyc.compiler.cilium.DenyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rules of one object.
record Contents(
    List<Laid<AllowRule>> ingress,
    List<Laid<DenyRule>> ingressDeny,
    List<Laid<AllowRule>> egress,
    List<Laid<DenyRule>> egressDeny) {
  private static final String NOTHING_COMES = "Closed: `- {}` lets nothing in.";
  private static final String NOTHING_GOES = "Closed: `- {}` lets nothing out.";

  static Contents of(Subject subject, Map<Direction, Side> sides) {
    Side in = sides.get(Direction.INGRESS);
    Side out = sides.get(Direction.EGRESS);
    return switch (subject.effect()) {
      case CLOSES ->
          new Contents(
              in == null ? List.of() : closed(Rules.allow(in), NOTHING_COMES),
              List.of(),
              out == null ? List.of() : closed(Rules.allow(out), NOTHING_GOES),
              List.of());
      case OPENS ->
          new Contents(
              in == null ? List.of() : Rules.allow(in),
              List.of(),
              out == null ? List.of() : Rules.allow(out),
              List.of());
      case DENIES ->
          new Contents(
              List.of(),
              in == null ? List.of() : Rules.deny(in),
              List.of(),
              out == null ? List.of() : Rules.deny(out));
    };
  }

  private static List<Laid<AllowRule>> closed(List<Laid<AllowRule>> rules, String why) {
    if (!rules.isEmpty()) {
      return rules;
    }
    AllowRule nothing = AllowRule.NOTHING.withComments(Comments.of(why));
    return List.of(new Laid<>(nothing, new Causes(), List.of()));
  }

  Stream<Causes> causes() {
    return Stream.of(ingress, ingressDeny, egress, egressDeny)
        .flatMap(List::stream)
        .map(Laid::causes);
  }

  /// The same in as many parts as it takes for each to be applied.
  List<Contents> divided() {
    if (size() < 2 || Weight.of(this) <= Weight.MOST) {
      return List.of(this);
    }
    List<Contents> parts = new ArrayList<>(slice(0, size() / 2).divided());
    parts.addAll(slice(size() / 2, size()).divided());
    return parts;
  }

  private int size() {
    return ingress.size() + ingressDeny.size() + egress.size() + egressDeny.size();
  }

  /// The rules from one number to another, counted through all four lists.
  private Contents slice(int from, int to) {
    int second = ingress.size();
    int third = second + ingressDeny.size();
    int fourth = third + egress.size();
    return new Contents(
        slice(ingress, from, to),
        slice(ingressDeny, from - second, to - second),
        slice(egress, from - third, to - third),
        slice(egressDeny, from - fourth, to - fourth));
  }

  private static <T> List<T> slice(List<T> list, int from, int to) {
    int end = Math.clamp(to, 0, list.size());
    return list.subList(Math.clamp(from, 0, end), end);
  }
}
