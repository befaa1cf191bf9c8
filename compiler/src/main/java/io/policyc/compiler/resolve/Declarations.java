package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All declarations, those of one name brought together.
final class Declarations {
  // Ports of several declarations: none of them comes first.
  private static final Comparator<NamedPort> ORDER =
      Comparator.comparing(NamedPort::range).thenComparing(NamedPort::name);

  private final Report report;
  private final NameTable table = new NameTable();

  private Declarations(Report report) {
    this.report = report;
  }

  /// @param silence takes the names whose declaration cannot be used
  static NameTable of(
      Outline outline,
      WorkloadDeclarations workloads,
      ExternalDeclarations externals,
      Report report,
      Silence silence) {
    Declarations all = new Declarations(report);
    for (var placed : outline.workloads()) {
      workloads
          .read(placed)
          .ifPresentOrElse(all::add, () -> silence.unusable(placed.sentence().name().text()));
    }
    for (var placed : outline.externals()) {
      all.add(externals.read(placed));
    }
    return all.table;
  }

  private void add(Entry entry) {
    table
        .in(entry.namespace(), entry.name())
        .ifPresentOrElse(before -> again(before, entry), () -> table.put(entry));
  }

  private void again(Entry before, Entry entry) {
    if (before instanceof Entry.OfWorkload first
        && entry instanceof Entry.OfWorkload second
        && (first.foreign() || second.foreign())) {
      table.put(merged(first, second));
    } else {
      report.add(
          Code.PC0205
              .at(entry.declared(), Say.quote(entry.qualifiedName()) + " is declared twice")
              .withRelated(before.declared(), "declared here first")
              .withHelp("delete one declaration, or rename it"));
    }
  }

  // A foreign and a real declaration are one workload, and so are two foreign ones.
  private Entry.OfWorkload merged(Entry.OfWorkload first, Entry.OfWorkload second) {
    boolean secondIsReal = first.foreign() && !second.foreign();
    Entry.OfWorkload real = secondIsReal ? second : first;
    Entry.OfWorkload other = secondIsReal ? first : second;
    boolean damaged = first.damaged() || second.damaged();
    if (!damaged && !real.selection().equals(other.selection())) {
      report.add(
          Code.PC0206
              .at(
                  other.declared(),
                  Say.quote(real.qualifiedName()) + " has other labels in another declaration")
              .withRelated(real.declared(), "declared here")
              .withHelp("give both the same labels, or rename the foreign one"));
    }
    List<NamedPort> ports = ports(real, other, damaged);
    return new Entry.OfWorkload(
        real.namespace(),
        real.name(),
        real.selection(),
        ports,
        real.foreign(),
        real.declared(),
        damaged);
  }

  private List<NamedPort> ports(Entry.OfWorkload real, Entry.OfWorkload other, boolean damaged) {
    List<NamedPort> ports = new ArrayList<>(real.ports());
    Map<String, NamedPort> named = new HashMap<>();
    real.ports().forEach(port -> named.put(port.name(), port));
    Set<NamedPort> known = Set.copyOf(real.ports());
    for (NamedPort port : other.ports()) {
      NamedPort same = port.name().isEmpty() ? port : named.getOrDefault(port.name(), port);
      if (!same.range().equals(port.range()) && !damaged) {
        report.add(portDiffers(real, other, port, same));
      } else if (!known.contains(port)) {
        ports.add(port);
      }
    }
    return ports.stream().sorted(ORDER).toList();
  }

  private static Finding portDiffers(
      Entry.OfWorkload real, Entry.OfWorkload other, NamedPort port, NamedPort same) {
    return Code.PC0206
        .at(
            other.declared(),
            "port "
                + Say.quote(port.name())
                + " of "
                + Say.quote(real.qualifiedName())
                + " is "
                + Say.quote(same.range().toString())
                + " in another declaration")
        .withRelated(real.declared(), "declared here")
        .withHelp("write the same number in both");
  }
}
