package io.policyc.compiler.falco.yaml;

import io.policyc.compiler.falco.yaml.ScalarScanner.Chomp;
import io.policyc.compiler.falco.yaml.ScalarScanner.Fold;
import io.policyc.compiler.falco.yaml.ScalarScanner.Form;
import io.policyc.compiler.falco.yaml.ScalarScanner.Style;
import io.policyc.compiler.falco.yaml.Token.Kind;
import io.policyc.compiler.falco.yaml.Token.Status;

/// Cuts a YAML text into pieces, one after the other as they are asked for.
///
/// Source: yaml-cpp, src/scanner.cpp and src/scantoken.cpp.
final class Scanner {
  private final Input in;
  private final Structure structure;
  private final Markers markers;
  private boolean ended;
  private boolean afterJson;

  /// Whether a value without key may stand here: on each line, only one in quotes.
  private boolean valueAllowed = true;

  Scanner(String text) {
    in = new Input(text);
    structure = new Structure(in);
    markers = new Markers(in, structure);
  }

  /// Where reading stands.
  int at() {
    return in.at();
  }

  /// Whether nothing is left.
  boolean empty() throws YamlSyntax {
    fill();
    return structure.tokens.isEmpty();
  }

  /// The next piece; asked only where one is left.
  Token peek() throws YamlSyntax {
    fill();
    return structure.tokens.element();
  }

  /// Whether the next piece is of a type.
  boolean sees(Kind kind) throws YamlSyntax {
    return !empty() && peek().kind == kind;
  }

  /// Takes the next piece.
  Token next() throws YamlSyntax {
    fill();
    return structure.tokens.remove();
  }

  private void fill() throws YamlSyntax {
    while (true) {
      Token first = structure.tokens.peek();
      if (first != null && first.status == Status.VALID) {
        return;
      }
      if (first != null && first.status == Status.INVALID) {
        structure.tokens.remove();
      } else if (ended) {
        return;
      } else {
        scan();
      }
    }
  }

  private void scan() throws YamlSyntax {
    toNext();
    structure.closeBlocks(in.sees('-') && in.ends(1));
    if (in.atEnd()) {
      end();
    } else if (!special() && !indicator() && !property()) {
      scalar();
    }
  }

  private void end() {
    in.resetColumn();
    structure.closeAll();
    structure.dropKeys();
    structure.keyAllowed = false;
    ended = true;
  }

  private void toNext() {
    while (true) {
      while (in.blank()) {
        if (!structure.inFlow() && in.sees('\t')) {
          structure.keyAllowed = false;
        }
        in.next();
      }
      if (in.comment()) {
        in.skipLine();
      }
      int lineBreak = in.lineBreak();
      if (lineBreak == 0) {
        return;
      }
      in.skip(lineBreak);
      valueAllowed = true;
      structure.dropKey();
      structure.keyAllowed |= !structure.inFlow();
    }
  }

  /// Directives and the marks of documents.
  private boolean special() {
    boolean directive = in.column() == 0 && in.sees('%');
    boolean start = in.documentStart();
    if (!directive && !start && !in.documentEnd()) {
      return false;
    }
    structure.closeAll();
    structure.dropKeys();
    structure.keyAllowed = false;
    afterJson = false;
    if (directive) {
      markers.directive();
    } else {
      structure.push(Token.of(start ? Kind.DOCUMENT_START : Kind.DOCUMENT_END, in.at()));
      in.skip(3);
    }
    return true;
  }

  /// Brackets, `,`, `-`, `?` and `:`.
  private boolean indicator() throws YamlSyntax {
    char c = in.peek();
    boolean json = c == ']' || c == '}';
    if (c == '[' || c == '{') {
      markers.openFlow();
    } else if (json) {
      markers.closeFlow();
    } else if (c == ',') {
      comma();
    } else if (c == '-' && in.ends(1)) {
      markers.blockEntry();
    } else if (c == '?' && in.blankOrBreak(1)) {
      markers.key();
    } else if (c == ':' && value()) {
      markers.value();
      valueAllowed = true;
    } else {
      return false;
    }
    afterJson = json;
    return true;
  }

  private void comma() throws YamlSyntax {
    if (in.column() == 0) {
      throw new YamlSyntax(in.at(), "a line can't begin with `,`");
    }
    mayStand(',');
    markers.flowEntry();
  }

  private void mayStand(char c) throws YamlSyntax {
    if (!valueAllowed) {
      throw new YamlSyntax(in.at(), "`" + c + "` can't stand behind a text in quotes");
    }
  }

  private boolean value() {
    if (!structure.inFlow()) {
      return in.ends(1);
    }
    return afterJson || in.blankOrBreak(1) || ",]}".indexOf(in.peek(1)) >= 0;
  }

  /// Anchors, aliases and tags.
  private boolean property() throws YamlSyntax {
    char c = in.peek();
    if (c != '*' && c != '&' && c != '!') {
      return false;
    }
    structure.maybeKey();
    structure.keyAllowed = false;
    afterJson = false;
    if (c == '!') {
      markers.tag();
    } else {
      markers.anchor();
    }
    return true;
  }

  private void scalar() throws YamlSyntax {
    char c = in.peek();
    if (!structure.inFlow() && (c == '|' || c == '>')) {
      block();
      return;
    }
    mayStand(c);
    if (c == '\'' || c == '"') {
      quoted(c == '\'');
    } else if (structure.inFlow() ? in.beginsPlainInFlow() : in.beginsPlain()) {
      plain();
    } else {
      throw new YamlSyntax(in.at(), "`" + c + "` can't begin a value without quotes");
    }
  }

  private void plain() throws YamlSyntax {
    boolean flow = structure.inFlow();
    Style style = flow ? Style.PLAIN_IN_FLOW : Style.PLAIN;
    int indent = flow ? 0 : structure.topIndent() + 1;
    structure.maybeKey();
    ScalarScanner scanner =
        new ScalarScanner(in, new Form(style, indent, false, Fold.FLOW, Chomp.STRIP));
    structure.push(Token.of(Kind.PLAIN_SCALAR, scanner.scan(in.at())));
    structure.keyAllowed = scanner.endedByIndent();
    afterJson = false;
  }

  private void quoted(boolean single) throws YamlSyntax {
    structure.maybeKey();
    int at = in.at();
    in.next();
    Style style = single ? Style.SINGLE : Style.DOUBLE;
    ScalarScanner scanner = new ScalarScanner(in, new Form(style, 0, false, Fold.FLOW, Chomp.CLIP));
    structure.push(Token.of(Kind.QUOTED_SCALAR, scanner.scan(at)));
    structure.keyAllowed = false;
    valueAllowed = structure.inFlow();
    afterJson = true;
  }

  private void block() throws YamlSyntax {
    int at = in.at();
    Form form = markers.blockHeader(Math.max(structure.topIndent(), 0));
    structure.push(Token.of(Kind.QUOTED_SCALAR, new ScalarScanner(in, form).scan(at)));
    structure.keyAllowed = true;
    afterJson = false;
  }
}
