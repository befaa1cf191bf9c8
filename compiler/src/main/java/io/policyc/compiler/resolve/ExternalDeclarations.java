package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.External;
import io.policyc.compiler.model.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// `external stripe { host api.stripe.com; port 443 }`
final class ExternalDeclarations {
  private final Report report;
  private final ObjectNames objects;
  private final Hosts hosts;
  private final Cidrs cidrs;

  ExternalDeclarations(Report report, Hosts hosts) {
    this.report = report;
    this.objects = new ObjectNames(report);
    this.hosts = hosts;
    this.cidrs = new Cidrs(report);
  }

  /// What is declared; what is wrong with it was reported.
  Entry.OfExternal read(Placed<Statement.External> placed) {
    int errors = report.errors();
    External external = external(placed, errors);
    return new Entry.OfExternal(external, report.errors() > errors || isBroken(placed.sentence()));
  }

  // A line that was not understood was reported when it was read: nothing is said of its absence.
  private boolean isBroken(Statement.External sentence) {
    return report.isDoubted(sentence.span())
        || sentence.items().stream().anyMatch(ExternalItem.Broken.class::isInstance);
  }

  private External external(Placed<Statement.External> placed, int errors) {
    Statement.External sentence = placed.sentence();
    List<String> names = new ArrayList<>();
    TreeMap<String, External.Range> ranges = new TreeMap<>();
    List<String> groups = new ArrayList<>();
    List<PortRange> ports = new ArrayList<>();
    for (ExternalItem item : sentence.items()) {
      switch (item) {
        case ExternalItem.Host(var pattern, _) ->
            hosts.check(pattern, Hosts.Use.OUTSIDE).ifPresent(names::add);
        case ExternalItem.Cidr line ->
            cidrs.range(line).ifPresent(range -> ranges.put(range.toString(), range));
        case ExternalItem.Broken _ -> {}
        case ExternalItem.CidrGroup(var name, _) -> group(name).ifPresent(groups::add);
        case ExternalItem.Ports(var numbers, _) ->
            numbers.forEach(n -> ports.add(PortDeclarations.range(n)));
      }
    }
    External external =
        new External(
            placed.home().namespace().orElse(""),
            sentence.name().text(),
            names,
            List.copyOf(ranges.values()),
            groups,
            ports,
            sentence.name().span());
    if (report.errors() == errors && !isBroken(sentence)) {
      notEmpty(external, sentence.name());
    }
    return external;
  }

  private Optional<String> group(Word name) {
    return objects.check(name) ? Optional.of(name.text()) : Optional.empty();
  }

  private void notEmpty(External external, Word name) {
    if (external.hosts().isEmpty()
        && external.ranges().isEmpty()
        && external.cidrGroups().isEmpty()) {
      report.add(
          Code.PC0213
              .at(name.span(), Say.quote(name.text()) + " names nothing outside")
              .withHelp(
                  "add `host api.example.com`, `cidr 203.0.113.0/24` or `cidr group NAME`, or write"
                      + " `world` where you mean everything outside"));
    }
  }
}
