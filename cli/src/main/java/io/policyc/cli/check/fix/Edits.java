package io.policyc.cli.check.fix;

import io.policyc.findings.Span;
import io.policyc.manifests.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The changes of a text that give one of its objects more fields.
final class Edits {
  private final String text;
  private final Block block;
  private final Flow flow;
  private final List<Edit> edits = new ArrayList<>();

  private Edits(String text, int step) {
    this.text = text;
    this.block = new Block(new Lines(text), step);
    this.flow = new Flow(new Lines(text));
  }

  /// @param root an object of the text
  /// @throws Unfixable where the text has no place for one of them
  static List<Edit> of(String text, Value.Mapping root, Growth growth) throws Unfixable {
    Edits edits = new Edits(text, Block.step(text, root));
    edits.mapping(root, Optional.empty(), growth);
    return edits.edits;
  }

  private void mapping(Value.Mapping here, Optional<Value.Field> field, Growth growth)
      throws Unfixable {
    Map<Object, Growth> missing = new LinkedHashMap<>();
    for (Map.Entry<Object, Growth> one : growth.below().entrySet()) {
      Optional<Value.Field> there = here.field(one.getKey().toString());
      if (there.isPresent()) {
        value(here, there.get(), one.getValue());
      } else {
        missing.put(one.getKey(), one.getValue());
      }
    }
    if (!missing.isEmpty()) {
      edits.add(
          isFlow(here.span()) ? flow.insert(here, field, missing) : block.insert(here, missing));
    }
  }

  private void value(Value.Mapping parent, Value.Field field, Growth growth) throws Unfixable {
    refuseShared(parent.span(), field.at());
    switch (field.value()) {
      case Value.Null(var span) -> edits.add(empty(parent, field, span, growth));
      case Value.Mapping map when growth.value().isEmpty() -> {
        refuseShared(parent.span(), map.span());
        mapping(map, Optional.of(field), growth);
      }
      case Value.Sequence list -> {
        refuseShared(parent.span(), list.span());
        list(list, growth);
      }
      case Value.Mapping _, Value.Text _, Value.Numeric _, Value.Bool _ ->
          throw new Unfixable("policyc changes no value that somebody wrote");
    }
  }

  private void list(Value.Sequence list, Growth growth) throws Unfixable {
    if (growth.value().isPresent()) {
      if (!(growth.value().get() instanceof Added.Item(var item))) {
        throw new Unfixable("policyc changes no value that somebody wrote");
      }
      edits.add(isFlow(list.span()) ? flow.append(list, item) : block.append(list, item));
    }
    for (Map.Entry<Object, Growth> one : growth.below().entrySet()) {
      int index = (Integer) one.getKey();
      Value item = list.items().get(index);
      refuseShared(list.span(), item.span());
      if (!(item instanceof Value.Mapping map)) {
        throw new Unfixable("policyc changes no value that somebody wrote");
      }
      mapping(map, Optional.empty(), one.getValue());
    }
  }

  private Edit empty(Value.Mapping parent, Value.Field field, Span span, Growth growth)
      throws Unfixable {
    String written = span.text();
    if (!written.isBlank()) {
      refuseShared(parent.span(), span);
      if (!List.of("null", "Null", "NULL", "~").contains(written)) {
        throw new Unfixable("an anchor or a tag stands there");
      }
      return new Edit(span.start(), span.end(), flow.words(field).value(growth));
    }
    if (isFlow(parent.span())) {
      throw new Unfixable("nothing stands behind the name there, and policyc adds nothing to that");
    }
    return block.fill(parent, field, growth);
  }

  // An anchor or a tag may stand before the bracket.
  private boolean isFlow(Span span) {
    int at = span.start();
    while (at < span.end() && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < span.end() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      while (at < span.end() && text.charAt(at) == ' ') {
        at++;
      }
    }
    return at < span.end() && (text.charAt(at) == '{' || text.charAt(at) == '[');
  }

  // What came by an alias or a merge key was written elsewhere, for other places, too.
  private static void refuseShared(Span parent, Span part) throws Unfixable {
    if (part.start() < parent.start() || part.end() > parent.end()) {
      throw new Unfixable("it came by an alias or a `<<`, and stands for other places, too");
    }
  }
}
