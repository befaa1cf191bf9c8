package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.model.External;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a connection may go, as far as Falco can tell addresses apart.
///
/// @param names host names, each without `*`
/// @param ranges address ranges; with neither, it is any address
/// @param pods whether it is only addresses that pods may have
record Addresses(List<String> names, List<External.Range> ranges, boolean pods) {
  /// Any address: nodes and whatever has no address of its own in the input.
  static final Addresses ANY = new Addresses(List.of(), List.of(), false);

  /// Pods and their Services. None has a link-local address, where clouds hand out credentials, on
  /// the port that every web server has.
  static final Addresses PODS = new Addresses(List.of(), List.of(), true);

  private static final Condition LINK_LOCAL = Terms.in("fd.snet", "169.254.0.0/16", "fe80::/10");

  Addresses {
    names = List.copyOf(names);
    ranges = List.copyOf(ranges);
  }

  /// The addresses of an external. A name with `*` is known to no resolver, and what a CIDR group
  /// holds only the cluster knows: either is any address.
  static Addresses of(External external) {
    return isVague(external) ? ANY : new Addresses(external.hosts(), external.ranges(), false);
  }

  /// Whether not all of an external's addresses can be told.
  static boolean isVague(External external) {
    return !external.cidrGroups().isEmpty()
        || external.hosts().stream().anyMatch(host -> host.indexOf('*') >= 0);
  }

  /// Whether the server's address is one of them; empty for any address.
  Optional<Condition> condition() {
    List<Condition> terms = new ArrayList<>();
    List<String> whole = new ArrayList<>();
    for (External.Range range : ranges) {
      if (range.except().isEmpty()) {
        whole.add(range.cidr());
      } else {
        terms.add(condition(range));
      }
    }
    if (!whole.isEmpty()) {
      terms.addFirst(Terms.in("fd.snet", whole));
    }
    if (!names.isEmpty()) {
      terms.addFirst(Terms.oneOf("fd.sip.name", names));
    }
    if (pods) {
      terms.add(Terms.not(LINK_LOCAL));
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(Terms.any(terms));
  }

  private static Condition condition(External.Range range) {
    return Terms.all(
        Terms.is("fd.snet", range.cidr()), Terms.not(Terms.in("fd.snet", range.except())));
  }
}
