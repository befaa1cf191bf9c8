package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A mapping or a list of which the end is still to come.
final class YamlOpen {
  private final boolean mapping;
  private final Optional<String> anchor;
  private final Span start;
  private final long before;
  private final Fields fields;
  private final List<Value> items = new ArrayList<>();
  private Optional<Value.Text> name = Optional.empty();
  private Optional<Span> merge = Optional.empty();
  private Span last;

  YamlOpen(
      boolean mapping, Optional<String> anchor, Span start, long before, List<Finding> findings) {
    this.mapping = mapping;
    this.anchor = anchor;
    this.start = start;
    this.last = start;
    this.before = before;
    this.fields = new Fields(findings);
  }

  Optional<String> anchor() {
    return anchor;
  }

  /// How many values the document had with this one.
  long before() {
    return before;
  }

  boolean isMapping() {
    return mapping;
  }

  boolean awaitsName() {
    return mapping && name.isEmpty() && merge.isEmpty();
  }

  /// `<<` stands here: what comes is merged.
  void merging(Span key) {
    merge = Optional.of(key);
  }

  /// @param here where the value stands, which an alias does not say
  /// @param alias whether it came by an alias
  void add(Value value, Span here, boolean alias) {
    last = here;
    if (!mapping) {
      items.add(value);
    } else if (merge.isPresent()) {
      if (alias) {
        mapping(value, merge.get());
      }
      merge(value, merge.get());
      merge = Optional.empty();
    } else if (name.isEmpty()) {
      name = Optional.of(new Value.Text(name(value), value.span()));
    } else {
      fields.put(new Value.Field(name.get().text(), name.get().span(), value));
      name = Optional.empty();
    }
  }

  // Of several mappings the first one counts, so that one is merged last.
  private void merge(Value value, Span key) {
    switch (value) {
      case Value.Mapping one -> fields.merge(one, key);
      case Value.Sequence(var several, Span _) -> {
        Fields all = new Fields(new ArrayList<>());
        for (Value one : several.reversed()) {
          all.merge(mapping(one, key), key);
        }
        fields.merge(new Value.Mapping(all.list(), value.span()), key);
      }
      case Value.Text _, Value.Numeric _, Value.Bool _, Value.Null _ -> mapping(value, key);
    }
  }

  private static Value.Mapping mapping(Value value, Span key) {
    if (value instanceof Value.Mapping map) {
      return map;
    }
    throw refuse(key, "`<<` takes an object or a list of objects, not " + value.kind());
  }

  private static String name(Value value) {
    return switch (value) {
      case Value.Text(var text, _) -> text;
      case Value.Bool(var is, Span _) -> Boolean.toString(is);
      case Value.Numeric(var number, Span at) -> name(number, at);
      case Value.Null _, Value.Mapping _, Value.Sequence _ ->
          throw refuse(value.span(), "a name must be a string here, not " + value.kind());
    };
  }

  private static String name(BigDecimal number, Span at) {
    if (number.scale() != 0) {
      return GoNumbers.key(number);
    }
    if (number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw refuse(at, "a number this large can be no name");
    }
    return number.toPlainString();
  }

  private static Refusal refuse(Span at, String message) {
    return new Refusal(
        ManifestCode.PC1007.at(at, message).withHelp("put the name in quotes, or leave it out"));
  }

  Value close(Span end) {
    // The end of a block is where the next word stands: what it holds ends before.
    Span whole = start.to(end.start() == end.end() ? last : end);
    return mapping ? new Value.Mapping(fields.list(), whole) : new Value.Sequence(items, whole);
  }
}
