package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.ast.WorkloadItem;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload.NamedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `workload web in shop { app: web; port http 8080 }`
final class WorkloadDeclarations {
  private final Report report;
  private final Homes homes;
  private final Labels labels;
  private final ObjectNames objects;
  private final PortDeclarations ports;

  WorkloadDeclarations(Report report, Homes homes, Labels labels) {
    this.report = report;
    this.homes = homes;
    this.labels = labels;
    this.objects = new ObjectNames(report);
    this.ports = new PortDeclarations(report);
  }

  /// What is declared; empty where it is not known where, which was reported.
  Optional<Entry.OfWorkload> read(Placed<Statement.Workload> placed) {
    Statement.Workload sentence = placed.sentence();
    return namespace(sentence, placed.home())
        .map(namespace -> entry(sentence, namespace, placed.home().foreign()));
  }

  private Optional<String> namespace(Statement.Workload sentence, Home home) {
    return sentence
        .namespace()
        .map(Word::text)
        .or(() -> homes.needed(home, sentence.name().span()));
  }

  private Entry.OfWorkload entry(Statement.Workload sentence, String namespace, boolean foreign) {
    int errors = report.errors();
    Selection selection = selection(sentence, errors);
    List<NamedPort> listens = ports.ports(only(sentence.items(), WorkloadItem.Port.class));
    return new Entry.OfWorkload(
        namespace,
        sentence.name().text(),
        selection,
        listens,
        foreign || sentence.foreign(),
        sentence.name().span(),
        report.errors() > errors || isBroken(sentence));
  }

  // A line that was not understood was reported when it was read: nothing is said of its absence.
  private boolean isBroken(Statement.Workload sentence) {
    return report.isDoubted(sentence.span())
        || sentence.items().stream().anyMatch(WorkloadItem.Broken.class::isInstance);
  }

  private Selection selection(Statement.Workload sentence, int errors) {
    List<LabelTerm> terms = only(sentence.items(), LabelTerm.class);
    List<WorkloadItem.ServiceAccount> accounts =
        only(sentence.items(), WorkloadItem.ServiceAccount.class);
    Selection selection =
        new Selection(labels.requirements(terms, Labels.Of.PODS), accounts(accounts));
    if (selection.isAll() && report.errors() == errors && !isBroken(sentence)) {
      report.add(
          Code.PC0207
              .at(sentence.name().span(), Say.quote(sentence.name().text()) + " has no labels")
              .withHelp(
                  "add the labels of its pods, such as "
                      + Say.quote("app: " + sentence.name().text())
                      + ", or write `every pod` where you mean them all"));
    }
    return selection;
  }

  private List<String> accounts(List<WorkloadItem.ServiceAccount> lines) {
    List<String> names = new ArrayList<>();
    for (WorkloadItem.ServiceAccount line : lines) {
      Word name = line.name();
      if (!objects.check(name) || isTooLong(name)) {
        continue;
      }
      if (!names.isEmpty() && !names.contains(name.text())) {
        report.add(
            Code.PC0210
                .at(line.span(), "no pod runs as two service accounts")
                .withRelated(lines.getFirst().span(), "the first one")
                .withHelp("delete one of them, or declare two workloads"));
      }
      if (names.isEmpty()) {
        names.add(name.text());
      }
    }
    return names;
  }

  // The account is the value of a label that Cilium makes: Kubernetes takes longer names.
  private boolean isTooLong(Word name) {
    boolean tooLong = name.text().length() > LabelSyntax.LONGEST_VALUE;
    if (tooLong) {
      report.add(
          Code.PC0208
              .at(name.span(), "Cilium selects no service account whose name is this long")
              .withHelp("select by labels, or name the account in at most 63 characters"));
    }
    return tooLong;
  }

  private static <T extends WorkloadItem> List<T> only(List<WorkloadItem> items, Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
