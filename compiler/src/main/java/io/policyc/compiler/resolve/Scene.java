package io.policyc.compiler.resolve;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.model.Workload;
import io.policyc.findings.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What declarations say, and who can be spoken of.
///
/// @param workloads by qualified name, sorted
/// @param damaged the names in declarations in which something was wrong
record Scene(
    NameTable table,
    Namespaces namespaces,
    Closings closings,
    Map<String, Workload> workloads,
    Set<Span> damaged,
    Homes homes,
    Labels labels,
    NameFinder names,
    Hosts hosts,
    Suggestions suggestions) {

  static Scene of(Outline outline, Settings settings, Found found, Report report) {
    FoundNames manifests = FoundNames.add(outline, found, report);
    Homes homes = new Homes(report, outline.silence());
    Suggestions suggestions = new Suggestions();
    Labels labels = new Labels(report, settings.cilium().version());
    Hosts hosts = new Hosts(report, settings.cilium().domain(), settings.cilium().search());
    Namespaces namespaces = new Namespaces(report, outline.silence(), suggestions);
    Silence silence = outline.silence();
    NameTable table =
        Declarations.of(
            outline,
            new WorkloadDeclarations(report, homes, labels),
            new ExternalDeclarations(report, hosts),
            report,
            silence);
    if (!found.isEmpty()) {
      new FoundChecks(report, new FoundIndex(found), manifests).apply(outline, table);
    }
    namespaces.addHeaders(outline);
    namespaces.addWorkloads(table);
    NameFinder names = new NameFinder(report, table, namespaces, silence, suggestions, manifests);
    table.entries().stream()
        .filter(Entry::damaged)
        .forEach(entry -> report.unsure(entry.declared()));
    Closings closings = new Closings(report, names, homes, namespaces);
    readClosings(outline, closings);
    closings.checkForeign(table);
    return new Scene(
        table,
        namespaces,
        closings,
        workloads(table, closings),
        damaged(table),
        homes,
        labels,
        names,
        hosts,
        suggestions);
  }

  private static void readClosings(Outline outline, Closings closings) {
    for (var placed : outline.others()) {
      switch (placed.sentence()) {
        case Statement.Closed s -> closings.read(s, placed.home());
        case Statement.NamespaceClosed s -> closings.read(s);
        default -> {}
      }
    }
  }

  private static Map<String, Workload> workloads(NameTable table, Closings closings) {
    Map<String, Workload> workloads = new TreeMap<>();
    for (Entry entry : table.entries()) {
      if (entry instanceof Entry.OfWorkload w) {
        workloads.put(w.qualifiedName(), workload(w, closings));
      }
    }
    return workloads;
  }

  private static Workload workload(Entry.OfWorkload w, Closings closings) {
    return new Workload(
        w.namespace(),
        w.name(),
        w.selection(),
        w.ports(),
        w.foreign(),
        Canonical.origins(closings.of(w)),
        w.declared());
  }

  private static Set<Span> damaged(NameTable table) {
    Set<Span> damaged = new HashSet<>();
    table.entries().stream().filter(Entry::damaged).forEach(e -> damaged.add(e.declared()));
    return damaged;
  }

  Parties parties(Report report) {
    return new Parties(report, names, homes, namespaces, labels, workloads);
  }

  List<Workload> sorted() {
    return List.copyOf(workloads.values());
  }
}
