package io.policyc.compiler.format;

import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.RuntimeClassItem;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.WorkloadItem;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;

/// Items of blocks as they are spelled.
final class ItemWords {
  /// An item and where it stands in the text it came from.
  record Item(Phrase words, Span span) {}

  private ItemWords() {}

  /// The items of a sentence with a block.
  static List<Item> of(Statement statement) {
    List<Item> items = new ArrayList<>();
    if (statement instanceof Statement.Workload workload) {
      workload.items().forEach(i -> items.add(new Item(item(i), i.span())));
    }
    if (statement instanceof Statement.External external) {
      external.items().forEach(i -> items.add(new Item(item(i), i.span())));
    }
    if (statement instanceof Statement.RuntimeClass runtime) {
      runtime.items().forEach(i -> items.add(new Item(item(i), i.span())));
    }
    return items;
  }

  private static Phrase item(RuntimeClassItem item) {
    return switch (item) {
      case RuntimeClassItem.Handler(var name, var span) ->
          new Phrase().add("handler " + Words.of(name));
      case RuntimeClassItem.RunsWasm(var span) -> new Phrase().add("runs wasm");
      case RuntimeClassItem.Broken(var span) -> new Phrase().add(span.text());
    };
  }

  private static Phrase item(WorkloadItem item) {
    return switch (item) {
      case LabelTerm term -> PartyWords.label(term);
      case WorkloadItem.ServiceAccount(var name, var span) ->
          new Phrase().add("service account " + Words.of(name));
      case WorkloadItem.Broken(var span) -> new Phrase().add(span.text());
      case WorkloadItem.Port port -> port(port);
    };
  }

  private static Phrase port(WorkloadItem.Port port) {
    String name = port.name().map(n -> Words.of(n) + " ").orElse("");
    Phrase phrase = new Phrase().add("port " + name + Words.port(port.numbers()));
    return port.services().isEmpty()
        ? phrase
        : phrase.add("behind service").list(port.services().stream().map(Words::port).toList());
  }

  private static Phrase item(ExternalItem item) {
    return switch (item) {
      case ExternalItem.Host(var pattern, var span) ->
          new Phrase().add("host " + Words.of(pattern));
      case ExternalItem.Cidr(var cidr, var except, var span) -> {
        Phrase phrase = new Phrase().add("cidr " + Words.of(cidr));
        yield except.isEmpty() ? phrase : phrase.add("except").list(Words.of(except));
      }
      case ExternalItem.Broken(var span) -> new Phrase().add(span.text());
      case ExternalItem.CidrGroup(var name, var span) ->
          new Phrase().add("cidr group " + Words.of(name));
      case ExternalItem.Ports(var numbers, var span) ->
          new Phrase().add("port").list(numbers.stream().map(Words::port).toList());
    };
  }
}
