package io.policyc.compiler.resolve;

import io.policyc.compiler.model.External;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Whether two externals may be the same peer, as far as their declarations say.
final class OutsideOverlap {
  private OutsideOverlap() {}

  static boolean may(External a, External b) {
    return a.qualifiedName().equals(b.qualifiedName())
        || !Collections.disjoint(a.cidrGroups(), b.cidrGroups())
        || a.hosts().stream().anyMatch(x -> b.hosts().stream().anyMatch(y -> hosts(x, y)))
        || a.ranges().stream().anyMatch(x -> b.ranges().stream().anyMatch(y -> ranges(x, y)));
  }

  private static boolean ranges(External.Range a, External.Range b) {
    Optional<Cidr> one = Cidr.parse(a.cidr());
    Optional<Cidr> other = Cidr.parse(b.cidr());
    return one.isPresent()
        && other.isPresent()
        && (one.get().contains(other.get()) || other.get().contains(one.get()));
  }

  // Compared from the right, label by label; `**` stands for one label or more.
  private static boolean hosts(String a, String b) {
    List<String> one = List.of(a.split("\\.", -1)).reversed();
    List<String> other = List.of(b.split("\\.", -1)).reversed();
    int common = Math.min(one.size(), other.size());
    for (int i = 0; i < common; i++) {
      if (one.get(i).equals("**") || other.get(i).equals("**")) {
        return true;
      }
      if (!labels(one.get(i), other.get(i))) {
        return false;
      }
    }
    return one.size() == other.size();
  }

  private static boolean labels(String a, String b) {
    return a.equals(b) || a.indexOf('*') >= 0 || b.indexOf('*') >= 0;
  }
}
