package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Origin;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `db is closed`, `namespace shop is closed`
final class Closings {
  private record Closed(Origin origin, Span at) {}

  private final Report report;
  private final NameFinder names;
  private final Homes homes;
  private final Namespaces namespaces;
  private final Map<String, List<Origin>> workloads = new HashMap<>();
  private final Map<String, List<Closed>> closed = new TreeMap<>();

  Closings(Report report, NameFinder names, Homes homes, Namespaces namespaces) {
    this.report = report;
    this.names = names;
    this.homes = homes;
    this.namespaces = namespaces;
  }

  /// The sentences that close a workload by name.
  List<Origin> of(Entry.OfWorkload workload) {
    return workloads.getOrDefault(workload.qualifiedName(), List.of());
  }

  /// The sentences that close a namespace.
  List<Origin> ofNamespace(String namespace) {
    return closed.getOrDefault(namespace, List.of()).stream().map(Closed::origin).toList();
  }

  void read(Statement.Closed sentence, Home home) {
    Origin origin = Origins.of(sentence);
    for (Party subject : sentence.subjects()) {
      switch (subject) {
        case Party.Named named ->
            names.find(named, home).ifPresent(entry -> close(entry, named, origin));
        case Party.Pods pods -> group(pods, home, origin);
        case Party.BuiltIn _, Party.Anyone _, Party.Nobody _ -> refuse(subject.span());
      }
    }
  }

  void read(Statement.NamespaceClosed sentence) {
    namespace(sentence.namespace(), Origins.of(sentence));
  }

  private void close(Entry entry, Party.Named named, Origin origin) {
    switch (entry) {
      case Entry.OfExternal _ -> refuse(named.span());
      case Entry.OfWorkload workload when workload.foreign() ->
          report.add(
              Code.PC0326
                  .at(named.span(), Say.quote(workload.qualifiedName()) + " is foreign")
                  .withRelated(workload.declared(), "declared here")
                  .withHelp(
                      "delete the sentence: others write the policy of what is foreign, so that it"
                          + " is never closed"));
      case Entry.OfWorkload workload ->
          workloads.computeIfAbsent(workload.qualifiedName(), _ -> new ArrayList<>()).add(origin);
    }
  }

  private void group(Party.Pods pods, Home home, Origin origin) {
    switch (pods.scope()) {
      case Party.Scope.Here _ when pods.labels().isEmpty() ->
          homes.needed(home, pods.span()).ifPresent(n -> own(n, pods.span(), origin));
      case Party.Scope.In(var namespace) when pods.labels().isEmpty() ->
          namespace(namespace, origin);
      case Party.Scope.Here _, Party.Scope.In _, Party.Scope.Everywhere _, Party.Scope.Labelled _ ->
          refuse(pods.span());
    }
  }

  private void namespace(Word word, Origin origin) {
    namespaces.closed(word).ifPresent(name -> own(name, word.span(), origin));
  }

  private void own(String namespace, Span at, Origin origin) {
    if (namespaces.isOwn(namespace)) {
      closed.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(new Closed(origin, at));
    } else {
      report.add(
          Code.PC0326
              .at(at, "namespace " + Say.quote(namespace) + " is foreign")
              .withHelp(
                  "delete the sentence, or write "
                      + Say.quote("namespace " + namespace)
                      + " if its policy belongs to this input"));
    }
  }

  private void refuse(Span subject) {
    report.add(
        Code.PC0325
            .at(subject, Say.quote(subject.text()) + " cannot be closed")
            .withHelp(
                "name a workload, or a whole namespace: `web is closed`, `namespace shop is"
                    + " closed`"));
  }

  /// Reports foreign workloads in closed namespaces: they would be closed with it.
  void checkForeign(NameTable table) {
    for (Entry entry : table.entries()) {
      if (entry instanceof Entry.OfWorkload workload
          && workload.foreign()
          && closed.containsKey(workload.namespace())) {
        report.add(closesForeign(workload, closed.get(workload.namespace()).getFirst()));
      }
    }
  }

  private static Finding closesForeign(Entry.OfWorkload workload, Closed sentence) {
    return Code.PC0327
        .at(
            sentence.at(),
            "this closes " + Say.quote(workload.qualifiedName()) + ", which is foreign")
        .withRelated(workload.declared(), "declared here")
        .withHelp("close the workloads of this namespace by name, or declare this one as your own");
  }
}
