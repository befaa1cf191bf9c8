package io.policyc.manifests;

import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Objects of documents: a list of objects is each of them.
final class Items {
  /// Lists in lists that are followed: nobody writes more, and a stack is not endless.
  private static final int MOST_LISTS = 100;

  private final List<Manifest> manifests;
  private final List<Finding> findings;
  private int lists;

  private Items(List<Manifest> manifests, List<Finding> findings) {
    this.manifests = manifests;
    this.findings = findings;
  }

  static void add(Value document, List<Manifest> manifests, List<Finding> findings) {
    new Items(manifests, findings).add(document);
  }

  private void add(Value document) {
    switch (document) {
      case Value.Null _ -> {}
      case Value.Mapping map -> object(new Manifest(map));
      case Value.Sequence _, Value.Text _, Value.Numeric _, Value.Bool _ ->
          findings.add(noObject(document, "this is " + document.kind()));
    }
  }

  private void object(Manifest object) {
    if (object.value().fields().isEmpty()) {
      return;
    }
    for (String field : List.of("apiVersion", "kind")) {
      Read<String> text = object.root().field(field).text();
      findings.addAll(text.findings());
      if (text instanceof Read.Unset<String> || text.value().equals(Optional.of(""))) {
        findings.add(noObject(object.value(), "this has no `" + field + "`"));
        return;
      }
      if (text instanceof Read.Wrong<String>) {
        return;
      }
    }
    if (isList(object)) {
      items(object);
    } else if (object.kind().equals("List") && object.root().field("items").isSet()) {
      findings.add(object.root().field("items").wrong("a list"));
    } else {
      manifests.add(object);
    }
  }

  // As kubectl takes it: any kind that ends in `List` and has items.
  private static boolean isList(Manifest object) {
    return object.kind().endsWith("List")
        && object.root().field("items").value().orElse(object.value()) instanceof Value.Sequence;
  }

  private void items(Manifest list) {
    if (++lists > MOST_LISTS) {
      findings.add(
          ManifestCode.PC1004.at(
              list.value().span(), "lists are nested more than " + MOST_LISTS + " deep here"));
      return;
    }
    for (Place item : list.root().field("items").items()) {
      item.value().ifPresent(value -> add(typed(list, value)));
    }
    lists--;
  }

  // Items of a `PodList` may leave out what the list says.
  private static Value typed(Manifest list, Value item) {
    if (!(item instanceof Value.Mapping map) || list.kind().equals("List")) {
      return item;
    }
    Fields fields = new Fields(new ArrayList<>());
    String kind = list.kind().substring(0, list.kind().length() - "List".length());
    fields.put(
        new Value.Field("apiVersion", map.span(), new Value.Text(list.apiVersion(), map.span())));
    fields.put(new Value.Field("kind", map.span(), new Value.Text(kind, map.span())));
    map.fields().stream().filter(f -> !(f.value() instanceof Value.Null)).forEach(fields::put);
    return new Value.Mapping(fields.list(), map.span());
  }

  private static Finding noObject(Value value, String what) {
    return ManifestCode.PC1010
        .at(value.span(), what + ", so it is no Kubernetes object")
        .withHelp("write `apiVersion` and `kind`, or leave the file out");
  }
}
