package io.policyc.compiler.project.toml;

import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;

/// Reads TOML 1.0.
///
/// @see <a href="https://toml.io/en/v1.0.0">TOML 1.0.0</a>
public final class TomlReader {
  // No settings file nests deeper; a hostile one must not overflow the stack.
  private static final int MAX_DEPTH = 32;

  private final TomlCursor in;
  private final TomlStrings strings;
  private final TomlScalars scalars;
  private int depth;

  private TomlReader(Source source) {
    in = new TomlCursor(source);
    strings = new TomlStrings(in);
    scalars = new TomlScalars(in);
  }

  /// The whole document; what is not TOML is one finding, and the table is then empty.
  public static Checked<TomlValue.Table> read(Source source) {
    TomlReader reader = new TomlReader(source);
    TomlTree root = new TomlTree(TomlTree.Made.HEADER, new Span(source, 0, 0));
    try {
      reader.document(root);
      return Checked.clean(root.value());
    } catch (TomlSyntax e) {
      TomlTree none = new TomlTree(TomlTree.Made.HEADER, new Span(source, 0, 0));
      return new Checked<>(none.value(), List.of(e.finding()));
    }
  }

  /// One value that is the whole text, as a variable of the environment holds it.
  ///
  /// @return what is not TOML is one finding, and the value is then an empty text
  public static Checked<TomlValue> readValue(Source source) {
    TomlReader reader = new TomlReader(source);
    try {
      reader.in.blanks();
      TomlValue value = reader.value();
      reader.in.endOfLine("the value");
      return Checked.clean(value);
    } catch (TomlSyntax e) {
      return new Checked<>(new TomlValue.Text("", e.at()), List.of(e.finding()));
    }
  }

  private void document(TomlTree root) throws TomlSyntax {
    TomlTree table = root;
    // Some editors mark UTF-8 so, in policies as in settings.
    in.take("\uFEFF");
    in.lines();
    while (!in.atEnd()) {
      if (in.peek() == '[') {
        table = header(root);
        in.endOfLine("a header");
      } else {
        pair(table);
        in.endOfLine("a value");
      }
      in.lines();
    }
  }

  private TomlTree header(TomlTree root) throws TomlSyntax {
    int start = in.offset();
    boolean list = in.take("[[");
    if (!list) {
      in.next();
    }
    List<TomlTree.Part> path = key();
    if (!in.take(list ? "]]" : "]")) {
      throw in.error("a header ends with `" + (list ? "]]" : "]") + "`");
    }
    Span span = in.from(start);
    return list ? root.item(path, span) : root.header(path, span);
  }

  private void pair(TomlTree table) throws TomlSyntax {
    List<TomlTree.Part> path = key();
    if (!in.take("=")) {
      throw in.error("`=` is missing after the key `" + path.getLast().name() + "`");
    }
    in.blanks();
    table.set(path, value());
  }

  private List<TomlTree.Part> key() throws TomlSyntax {
    List<TomlTree.Part> parts = new ArrayList<>();
    do {
      in.blanks();
      parts.add(part());
      in.blanks();
      if (parts.size() > MAX_DEPTH) {
        throw in.error(parts.getFirst().span().start(), "this key has too many parts");
      }
    } while (in.take("."));
    return parts;
  }

  private TomlTree.Part part() throws TomlSyntax {
    int start = in.offset();
    if (in.peek() == '"' || in.peek() == '\'') {
      return new TomlTree.Part(strings.single(), in.from(start));
    }
    while (isBare(in.peek())) {
      in.next();
    }
    if (in.offset() == start) {
      throw in.error("a key is missing");
    }
    return new TomlTree.Part(in.textFrom(start), in.from(start));
  }

  private static boolean isBare(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private TomlValue value() throws TomlSyntax {
    int start = in.offset();
    return switch (in.peek()) {
      case '"', '\'' -> {
        String text = strings.read();
        yield new TomlValue.Text(text, in.from(start));
      }
      case '[' -> nested(this::list);
      case '{' -> nested(this::braces);
      default -> scalars.read();
    };
  }

  private interface Reading {
    TomlValue read() throws TomlSyntax;
  }

  private TomlValue nested(Reading reading) throws TomlSyntax {
    if (++depth > MAX_DEPTH) {
      throw in.error("lists and tables are nested more than " + MAX_DEPTH + " deep");
    }
    TomlValue value = reading.read();
    depth--;
    return value;
  }

  private TomlValue list() throws TomlSyntax {
    int start = in.offset();
    in.next();
    List<TomlValue> values = new ArrayList<>();
    in.lines();
    while (!in.take("]")) {
      values.add(value());
      in.lines();
      if (!in.take(",") && in.peek() != ']') {
        throw in.error("`,` or `]` is missing in this list");
      }
      in.lines();
    }
    return new TomlValue.Items(values, in.from(start));
  }

  private TomlValue braces() throws TomlSyntax {
    int start = in.offset();
    in.next();
    TomlTree table = new TomlTree(TomlTree.Made.BRACES, in.from(start));
    in.blanks();
    if (!in.take("}")) {
      do {
        pair(table);
        in.blanks();
      } while (in.take(","));
      if (!in.take("}")) {
        throw in.error("`,` or `}` is missing in this table; it stands on one line");
      }
    }
    return new TomlValue.Table(table.value().members(), in.from(start));
  }
}
