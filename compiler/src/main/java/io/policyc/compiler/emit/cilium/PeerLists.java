package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.CidrRule;
import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.Entity;
import io.policyc.compiler.cilium.FqdnSelector;
import io.policyc.compiler.cilium.Peers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Several fields of one kind as one, or as a few where there are very many peers.
final class PeerLists {
  private static final int MOST = 500;

  private PeerLists() {}

  /// @param fields at least one, all of one kind
  static List<Peers> joined(List<Peers> fields) {
    if (fields.size() == 1) {
      return fields;
    }
    List<EndpointSelector> endpoints = new ArrayList<>();
    List<Entity> entities = new ArrayList<>();
    List<CidrRule> cidrs = new ArrayList<>();
    List<FqdnSelector> names = new ArrayList<>();
    for (Peers field : fields) {
      switch (field) {
        case Peers.Endpoints(var some) -> endpoints.addAll(some);
        case Peers.Entities(var some) -> entities.addAll(some);
        case Peers.CidrSet(var some) -> cidrs.addAll(some);
        case Peers.Fqdns(var some) -> names.addAll(some);
        case Peers.Cidrs _, Peers.Nodes _, Peers.Groups _, Peers.Services _ ->
            throw new IllegalStateException("no sentence becomes `to" + field.field() + "`");
      }
    }
    List<Peers> joined = new ArrayList<>();
    split(endpoints, Peers.Endpoints::new, joined);
    split(entities, Peers.Entities::new, joined);
    split(cidrs, Peers.CidrSet::new, joined);
    split(names, Peers.Fqdns::new, joined);
    return joined;
  }

  private static <T> void split(List<T> all, Function<List<T>, Peers> field, List<Peers> into) {
    List<T> sorted =
        all.stream().distinct().sorted(Comparator.comparing(Object::toString)).toList();
    for (int from = 0; from < sorted.size(); from += MOST) {
      into.add(field.apply(sorted.subList(from, Math.min(sorted.size(), from + MOST))));
    }
  }
}
