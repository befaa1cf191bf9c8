package io.policyc.compiler.resolve;

import io.policyc.compiler.found.FoundPods;
import io.policyc.compiler.found.FoundService;
import io.policyc.compiler.found.FoundService.Shown;
import io.policyc.compiler.model.PortRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The ports that some pods open, and those on which Services show them.
///
/// Gathered in one pass: a hostile input has many pods, ports and Services at a time.
final class FoundPorts {
  /// A Service's port, and the container's port behind it.
  record Behind(FoundService service, Shown shown, FoundPods.Port target) {}

  private final TreeMap<PortRange, FoundPods.Port> opened = new TreeMap<>();
  private final Map<PortRange, SortedSet<Integer>> services = new HashMap<>();
  private final Map<PortRange, Behind> behind = new HashMap<>();

  FoundPorts(List<FoundPods> pods, FoundIndex index) {
    for (FoundPods one : pods) {
      one.ports().forEach(port -> opened.putIfAbsent(port.range(), port));
      for (FoundService service : index.services(one)) {
        service.ports().forEach(shown -> show(service, shown, one));
      }
    }
  }

  private void show(FoundService service, Shown shown, FoundPods pods) {
    Optional<FoundPods.Port> target = pods.ports().stream().filter(shown::shows).findFirst();
    target.ifPresent(
        port -> behind.putIfAbsent(range(shown, shown.port()), new Behind(service, shown, port)));
    target
        .map(FoundPods.Port::range)
        .or(() -> shown.number().map(number -> range(shown, number)))
        .ifPresent(port -> services.computeIfAbsent(port, _ -> new TreeSet<>()).add(shown.port()));
  }

  private static PortRange range(Shown shown, int number) {
    return new PortRange(shown.protocol(), number, number);
  }

  /// The ports that containers open, sorted.
  SortedSet<PortRange> opened() {
    return opened.navigableKeySet();
  }

  /// Whether a container opens one of these ports.
  boolean opens(PortRange range) {
    PortRange next =
        opened.ceilingKey(new PortRange(range.protocol(), range.first(), range.first()));
    return next != null && next.overlaps(range);
  }

  /// The ports on which Services show a port of the pods, sorted.
  List<Integer> services(PortRange port) {
    return List.copyOf(services.getOrDefault(port, new TreeSet<>()));
  }

  /// What stands behind the port of a Service.
  Optional<Behind> behind(PortRange port) {
    return Optional.ofNullable(behind.get(port));
  }
}
