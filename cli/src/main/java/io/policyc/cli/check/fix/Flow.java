package io.policyc.cli.check.fix;

import io.policyc.findings.Span;
import io.policyc.manifests.Value;
import java.util.Map;
import java.util.Optional;

/// Adds to collections in brackets, of YAML or JSON.
final class Flow {
  private final Lines lines;

  Flow(Lines lines) {
    this.lines = lines;
  }

  /// Adds fields behind the last one.
  ///
  /// @param field whose value the object is, where it is one's
  Edit insert(Value.Mapping here, Optional<Value.Field> field, Map<Object, Growth> missing)
      throws Unfixable {
    if (here.fields().isEmpty()) {
      Words words = field.map(this::words).orElse(Words.YAML);
      return Edit.insert(here.span().end() - 1, words.fields(missing, words.comma()));
    }
    Value.Field last = here.fields().getLast();
    Span value = last.value().span();
    if (!isWithin(here.span(), last.at()) || !isWithin(here.span(), value)) {
      throw new Unfixable("it came by an alias or a `<<`, and stands for other places, too");
    }
    Words words = words(last);
    String comma = comma(last.at(), words);
    return Edit.insert(value.end(), comma + words.fields(missing, comma));
  }

  private static boolean isWithin(Span whole, Span part) {
    return part.start() >= whole.start() && part.end() <= whole.end();
  }

  // A field that begins its line is followed by others that do.
  private String comma(Span name, Words words) {
    return lines.isFirstOnLine(name.start())
        ? "," + lines.newline(name.start()) + lines.indent(name.start())
        : words.comma();
  }

  /// Adds an item behind the last one.
  Edit append(Value.Sequence list, String item) throws Unfixable {
    if (list.items().isEmpty()) {
      return Edit.insert(list.span().end() - 1, new Words(isJson(), false).string(item));
    }
    Span last = list.items().getLast().span();
    if (!isWithin(list.span(), last)) {
      throw new Unfixable("it came by an alias or a `<<`, and stands for other places, too");
    }
    Words words = new Words(last.text().startsWith("\""), false);
    return Edit.insert(last.end(), comma(last, words) + words.string(item));
  }

  /// How what stands behind a name is written: as its name is.
  Words words(Value.Field field) {
    boolean quoted = field.at().text().startsWith("\"");
    int colon = lines.text().indexOf(':', field.at().end());
    boolean tight = quoted && colon >= 0 && !Character.isWhitespace(lines.text().charAt(colon + 1));
    return new Words(quoted, tight);
  }

  private boolean isJson() {
    String text = lines.text();
    int first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    return text.startsWith("{", first);
  }
}
