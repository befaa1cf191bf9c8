package io.policyc.tests.naive;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.WorkloadItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is called what.
final class Names {
  private final Input input;

  Names(Input input) {
    this.input = input;
  }

  /// What a name stands for.
  sealed interface Thing {
    /// A declared workload.
    ///
    /// @param declarations all of one name: a foreign one and a real one are one workload
    record Workload(String namespace, String name, List<Said<Statement.Workload>> declarations)
        implements Thing {
      /// Whether others write its policy.
      boolean foreign() {
        return declarations.stream().allMatch(Said::foreign);
      }

      /// Its ports; a foreign declaration may repeat those of the real one.
      List<WorkloadItem.Port> ports() {
        Map<String, WorkloadItem.Port> ports = new LinkedHashMap<>();
        for (Said<Statement.Workload> said : declarations) {
          for (WorkloadItem item : said.sentence().items()) {
            if (item instanceof WorkloadItem.Port port) {
              ports.put(key(port), port);
            }
          }
        }
        return List.copyOf(ports.values());
      }

      private static String key(WorkloadItem.Port port) {
        PortItem.Numbers numbers = port.numbers();
        return port.name().map(word -> word.text()).orElse("")
            + " "
            + numbers.first()
            + "-"
            + numbers.last()
            + numbers.protocol().orElse(Protocol.TCP);
      }
    }

    /// A declared external.
    record External(Said<Statement.External> declaration) implements Thing {}
  }

  /// Every declared workload.
  List<Thing.Workload> workloads() {
    return input.workloads.stream()
        .map(said -> workload(namespaceOf(said), said.sentence().name().text()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /// What a name means in a sentence below a header: what the header's namespace declares, else
  /// what exactly one other one does.
  Thing find(Party.Named named, Optional<String> header) {
    String name = named.name().text();
    Optional<String> said = named.namespace().map(word -> word.text());
    Optional<Thing> here = said.or(() -> header).flatMap(namespace -> in(namespace, name));
    if (here.isPresent()) {
      return here.get();
    }
    List<Thing> elsewhere =
        namespaces().distinct().flatMap(namespace -> in(namespace, name).stream()).toList();
    if (said.isPresent() || elsewhere.size() != 1) {
      throw new IllegalArgumentException("`" + name + "` means " + elsewhere);
    }
    return elsewhere.getFirst();
  }

  private Optional<Thing> in(String namespace, String name) {
    Optional<Thing> workload = workload(namespace, name).map(thing -> thing);
    return workload.or(() -> external(namespace, name));
  }

  private Optional<Thing.Workload> workload(String namespace, String name) {
    List<Said<Statement.Workload>> declarations = new ArrayList<>();
    for (Said<Statement.Workload> said : input.workloads) {
      if (said.sentence().name().text().equals(name) && namespaceOf(said).equals(namespace)) {
        declarations.add(said);
      }
    }
    return declarations.isEmpty()
        ? Optional.empty()
        : Optional.of(new Thing.Workload(namespace, name, declarations));
  }

  private Optional<Thing> external(String namespace, String name) {
    return input.externals.stream()
        .filter(said -> said.sentence().name().text().equals(name))
        .filter(said -> said.namespace().orElse("").equals(namespace))
        .map(said -> (Thing) new Thing.External(said))
        .findFirst();
  }

  private Stream<String> namespaces() {
    return Stream.concat(
        input.workloads.stream().map(Names::namespaceOf),
        input.externals.stream().map(said -> said.namespace().orElse("")));
  }

  private static String namespaceOf(Said<Statement.Workload> said) {
    return said.sentence().namespace().map(word -> word.text()).orElseGet(said::here);
  }
}
