package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.cilium.FqdnSelector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Names that pods may ask for, as Cilium's patterns.
///
/// Source: Cilium v1.20.2, pkg/fqdn/matchpattern: `*` is any text within a label, `**.` in front
/// (since 1.19) one or more labels, and `*` alone every name.
final class DnsNames {
  /// How deep below the cluster's domain names are written where there is no `**.`.
  static final int DEPTH = 10;

  /// The longest name that DNS carries.
  private static final int LONGEST = 253;

  private static final FqdnSelector EVERYTHING = FqdnSelector.pattern("*");

  private final List<FqdnSelector> cluster;
  private final List<String> search;

  DnsNames(Settings.Cilium cilium) {
    cluster = cluster(cilium);
    search = cilium.search();
  }

  /// The names below the cluster's domain and these names, all of them also with each search domain
  /// appended.
  List<FqdnSelector> with(Collection<String> names) {
    SortedSet<String> all = new TreeSet<>(names);
    for (String domain : search) {
      for (String name : names) {
        all.add(name + "." + domain);
      }
    }
    List<FqdnSelector> selectors = new ArrayList<>(cluster);
    // A longer one is no name that anybody could ask for.
    all.stream()
        .filter(name -> name.length() <= LONGEST)
        .map(DnsNames::selector)
        .forEach(selectors::add);
    return selectors;
  }

  /// Every name there is.
  static List<FqdnSelector> everything() {
    return List.of(EVERYTHING);
  }

  /// One pattern of the language, whose `*` and `**` Cilium shares.
  static FqdnSelector selector(String name) {
    if (name.equals("**")) {
      return EVERYTHING;
    }
    return name.indexOf('*') < 0 ? FqdnSelector.name(name) : FqdnSelector.pattern(name);
  }

  private static List<FqdnSelector> cluster(Settings.Cilium cilium) {
    List<FqdnSelector> selectors = new ArrayList<>();
    below(cilium.domain(), cilium.version(), selectors);
    for (String domain : cilium.search()) {
      below(cilium.domain() + "." + domain, cilium.version(), selectors);
    }
    return selectors;
  }

  private static void below(String domain, CiliumVersion version, List<FqdnSelector> into) {
    if (version.atLeast(CiliumVersion.V1_19)) {
      into.add(FqdnSelector.pattern("**." + domain));
      return;
    }
    String pattern = domain;
    for (int depth = 1; depth <= DEPTH; depth++) {
      pattern = "*." + pattern;
      into.add(FqdnSelector.pattern(pattern));
    }
  }
}
