package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.WorkloadItem;
import io.policyc.compiler.found.FoundPods;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Finding;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds declarations against the manifests.
final class FoundChecks {
  private final Report report;
  private final FoundIndex index;
  private final FoundNames names;

  FoundChecks(Report report, FoundIndex index, FoundNames names) {
    this.report = report;
    this.index = index;
    this.names = names;
  }

  /// Checks what sentences declare, and completes ports with those of Services.
  void apply(Outline outline, NameTable table) {
    for (Entry entry : table.entries()) {
      if (entry instanceof Entry.OfWorkload workload && !workload.damaged()) {
        table.put(withServices(workload));
      }
    }
    for (var placed : outline.workloads()) {
      Statement.Workload sentence = placed.sentence();
      sentence
          .namespace()
          .map(word -> word.text())
          .or(placed.home()::namespace)
          .flatMap(namespace -> table.in(namespace, sentence.name().text()))
          .filter(entry -> !names.isFound(entry) && !entry.damaged())
          .ifPresent(entry -> check(sentence, entry));
    }
  }

  private void check(Statement.Workload sentence, Entry entry) {
    if (!(entry instanceof Entry.OfWorkload workload) || index.in(workload.namespace()).isEmpty()) {
      return;
    }
    List<FoundPods> pods = index.selected(workload.namespace(), workload.selection());
    if (pods.isEmpty()) {
      nothing(workload);
    } else {
      FoundPorts ports = new FoundPorts(pods, index);
      for (WorkloadItem item : sentence.items()) {
        if (item instanceof WorkloadItem.Port port) {
          port(port, workload, pods.getFirst(), ports);
        }
      }
    }
  }

  private void nothing(Entry.OfWorkload workload) {
    Optional<FoundPods> same =
        index.in(workload.namespace()).stream()
            .filter(pods -> pods.name().equals(workload.name()))
            .findFirst();
    Finding finding =
        Code.PC0224
            .at(
                workload.declared(),
                "no pod of the manifests in "
                    + Say.quote(workload.namespace())
                    + " carries the labels of "
                    + Say.quote(workload.name()))
            .withHelp(same.map(FoundChecks::labels).orElseGet(() -> near(workload)));
    report.add(
        same.map(pods -> finding.withRelated(pods.at(), "its pods may be these")).orElse(finding));
  }

  private static String labels(FoundPods pods) {
    List<String> labels = new ArrayList<>();
    pods.labels().forEach((key, value) -> labels.add(key + ": " + value));
    return labels.isEmpty()
        ? "give the pods of " + Say.quote(pods.label()) + " labels"
        : "write labels that " + Say.quote(pods.label()) + " has: " + Say.or(labels, t -> t);
  }

  private String near(Entry.OfWorkload workload) {
    SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    SortedMap<String, String> keys = new TreeMap<>();
    for (FoundPods pods : index.in(workload.namespace())) {
      pods.labels()
          .forEach(
              (key, value) -> {
                values.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
                keys.putIfAbsent(value, key);
              });
    }
    return workload.selection().labels().stream()
        .flatMap(label -> near(label, values, keys).stream())
        .findFirst()
        .map(label -> "did you mean " + Say.quote(label) + "?")
        .orElse("look for a slip in the labels, or name the manifests of these pods, too");
  }

  // `app: wbe` for `app: web`, and `app: web` for `app.kubernetes.io/name: web`.
  private static Optional<String> near(
      LabelRequirement label,
      SortedMap<String, SortedSet<String>> values,
      SortedMap<String, String> keys) {
    SortedSet<String> same = values.getOrDefault(label.key(), new TreeSet<>());
    for (String value : label.values()) {
      if (!same.contains(value)) {
        Optional<String> near =
            Suggest.nearest(value, same)
                .map(v -> label.key() + ": " + v)
                .or(() -> Optional.ofNullable(keys.get(value)).map(k -> k + ": " + value));
        if (near.isPresent()) {
          return near;
        }
      }
    }
    return Optional.empty();
  }

  private void port(
      WorkloadItem.Port item, Entry.OfWorkload workload, FoundPods pods, FoundPorts ports) {
    PortRange range = PortDeclarations.range(item.numbers());
    if (!ports.opened().isEmpty() && !ports.opens(range)) {
      report.add(
          ports
              .behind(range)
              .map(behind -> ofService(item, range, workload, behind))
              .orElseGet(() -> closed(item, range, workload, pods, ports.opened())));
    }
  }

  private static Finding ofService(
      WorkloadItem.Port item,
      PortRange range,
      Entry.OfWorkload workload,
      FoundPorts.Behind behind) {
    FoundPods.Port target = behind.target();
    String name = item.name().map(word -> word.text() + " ").orElse("");
    return Code.PC0226
        .at(
            item.numbers().span(),
            Say.quote(range.toString())
                + " is the port of Service "
                + Say.quote(behind.service().name())
                + ": the pods of "
                + Say.quote(workload.name())
                + " listen on "
                + Say.quote(target.range().toString()))
        .withRelated(behind.shown().at(), "the Service shows it here")
        .withRelated(target.at(), "a container opens it here")
        .withHelp(
            "write "
                + Say.quote(
                    "port " + name + target.range() + " behind service " + behind.shown().port()));
  }

  private static Finding closed(
      WorkloadItem.Port item,
      PortRange range,
      Entry.OfWorkload workload,
      FoundPods pods,
      SortedSet<PortRange> opened) {
    return Code.PC0225
        .at(
            item.numbers().span(),
            "no container of "
                + Say.quote(workload.name())
                + " opens port "
                + Say.quote(range.toString()))
        .withRelated(pods.at(), "its pods are made here")
        .withHelp(
            opened.size() == 1
                ? "did you mean " + Say.quote(opened.first().toString()) + "?"
                : "write one of the ports that they open: " + Say.or(opened, PortRange::toString));
  }

  // What a sentence says of Services counts.
  private Entry.OfWorkload withServices(Entry.OfWorkload workload) {
    FoundPorts found =
        new FoundPorts(index.selected(workload.namespace(), workload.selection()), index);
    List<NamedPort> ports =
        workload.ports().stream()
            .map(port -> port.services().isEmpty() ? withServices(port, found) : port)
            .toList();
    return new Entry.OfWorkload(
        workload.namespace(),
        workload.name(),
        workload.selection(),
        ports,
        workload.foreign(),
        workload.declared(),
        workload.damaged());
  }

  private static NamedPort withServices(NamedPort port, FoundPorts found) {
    return new NamedPort(port.name(), port.range(), found.services(port.range()));
  }
}
