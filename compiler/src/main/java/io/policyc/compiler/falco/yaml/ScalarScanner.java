package io.policyc.compiler.falco.yaml;

/// Reads one scalar: line by line, each line's end folded or kept, each character with its offset.
///
/// Source: yaml-cpp, src/scanscalar.cpp.
final class ScalarScanner {
  /// What becomes of line ends.
  enum Fold {
    KEEP,
    BLOCK,
    FLOW
  }

  /// What becomes of line ends at the end.
  enum Chomp {
    STRIP,
    CLIP,
    KEEP
  }

  /// How a scalar is written.
  ///
  /// @param style where it ends and what escapes
  /// @param indent the column that its lines must reach
  /// @param detect whether the first line sets that column
  record Form(Style style, int indent, boolean detect, Fold fold, Chomp chomp) {}

  /// Where a scalar ends.
  enum Style {
    PLAIN,
    PLAIN_IN_FLOW,
    SINGLE,
    DOUBLE,
    BLOCK;

    boolean quoted() {
      return this == SINGLE || this == DOUBLE;
    }

    boolean plain() {
      return this == PLAIN || this == PLAIN_IN_FLOW;
    }
  }

  private final Input in;
  private final Form form;
  private final ScalarText text = new ScalarText();
  private int indent;
  private boolean someLine;
  private boolean pastOpening;
  private boolean emptyLine;
  private boolean deeper;
  private boolean foldStartedDeeper;
  private int foldedBreaks;
  private boolean endedByIndent;

  ScalarScanner(Input in, Form form) {
    this.in = in;
    this.form = form;
    indent = form.indent();
    pastOpening = form.fold() == Fold.FLOW;
  }

  /// Whether it ended because a line began further left.
  boolean endedByIndent() {
    return endedByIndent;
  }

  /// @param at where the scalar begins, its quote included
  YamlNode.Scalar scan(int at) throws YamlSyntax {
    int first = in.at();
    boolean more = !in.atEnd();
    while (more) {
      more = line() && !in.atEnd();
    }
    text.trim(form.style().plain(), form.chomp());
    return text.node(at, first, in.at());
  }

  /// Reads up to the next line's first character.
  ///
  /// @return whether the scalar goes on
  private boolean line() throws YamlSyntax {
    int keep = text.length();
    boolean escapedBreak = false;
    while (!escapedBreak && !in.atEnd() && !ends() && in.lineBreak() == 0 && !indicator()) {
      someLine = true;
      pastOpening = true;
      if (form.style() == Style.DOUBLE && in.sees('\\') && in.lineBreak(1) > 0) {
        in.next();
        escapedBreak = true;
        keep = text.escaped();
      } else if (escapes()) {
        YamlEscapes.read(in, text, form.style() == Style.SINGLE);
        keep = text.escaped();
      } else {
        boolean blank = in.blank();
        text.append(in.peek(), in.at());
        in.next();
        keep = blank ? keep : text.length();
      }
    }
    if (atItsEnd()) {
      return false;
    }
    if (form.fold() == Fold.FLOW) {
      text.cut(keep);
    }
    return lineEnd(escapedBreak);
  }

  private boolean escapes() {
    return (form.style() == Style.SINGLE && in.sees('\''))
        || (form.style() == Style.DOUBLE && in.sees('\\'));
  }

  private boolean indicator() throws YamlSyntax {
    boolean here = in.documentStart() || in.documentEnd();
    if (here && form.style().quoted()) {
      throw new YamlSyntax(in.at(), "a document begins or ends inside quotes");
    }
    return here && form.style().plain();
  }

  private boolean atItsEnd() throws YamlSyntax {
    if (in.atEnd()) {
      if (form.style().quoted()) {
        throw new YamlSyntax(in.at(), "the text ends inside quotes");
      }
      return true;
    }
    if (form.style().plain() && indicator()) {
      return true;
    }
    boolean ends = ends();
    if (ends && form.style().quoted()) {
      in.next();
    }
    return ends;
  }

  private boolean ends() {
    return switch (form.style()) {
      case PLAIN -> (in.sees(':') && in.ends(1)) || (in.blankOrBreak(0) && in.peek(1) == '#');
      case PLAIN_IN_FLOW -> endsInFlow();
      case SINGLE -> in.sees('\'') && in.peek(1) != '\'';
      case DOUBLE -> in.sees('"');
      case BLOCK -> false;
    };
  }

  private boolean endsInFlow() {
    boolean value = in.sees(':') && (in.ends(1) || ",]}".indexOf(in.peek(1)) >= 0);
    boolean indicator = !in.atEnd() && ",?[]{}".indexOf(in.peek()) >= 0;
    return value || indicator || (in.blankOrBreak(0) && in.peek(1) == '#');
  }

  private boolean lineEnd(boolean escapedBreak) throws YamlSyntax {
    int at = in.at();
    in.skip(in.lineBreak());
    indentation();
    boolean nextEmpty = in.lineBreak() > 0;
    boolean nextDeeper = in.blank();
    if (form.fold() == Fold.BLOCK && foldedBreaks == 0 && nextEmpty) {
      foldStartedDeeper = deeper;
    }
    if (pastOpening) {
      fold(at, nextEmpty, nextDeeper, escapedBreak);
    }
    emptyLine = nextEmpty;
    deeper = nextDeeper;
    pastOpening = true;
    endedByIndent = !emptyLine && in.column() < indent;
    return !endedByIndent;
  }

  private void indentation() throws YamlSyntax {
    boolean detecting = form.detect() && !someLine;
    while (in.sees(' ') && (in.column() < indent || detecting) && !ends()) {
      in.next();
    }
    if (detecting) {
      indent = Math.max(indent, in.column());
    }
    while (in.blank()) {
      if (in.sees('\t') && in.column() < indent && !form.style().quoted()) {
        throw new YamlSyntax(in.at(), "a tab stands where a line is indented");
      }
      if (form.style() == Style.BLOCK || ends()) {
        break;
      }
      in.next();
    }
  }

  private void fold(int at, boolean nextEmpty, boolean nextDeeper, boolean escapedBreak) {
    switch (form.fold()) {
      case KEEP -> text.append('\n', at);
      case BLOCK -> foldBlock(at, nextEmpty, nextDeeper);
      case FLOW -> {
        if (nextEmpty) {
          text.append('\n', at);
        } else if (!emptyLine && !escapedBreak) {
          text.append(' ', at);
        }
      }
    }
  }

  private void foldBlock(int at, boolean nextEmpty, boolean nextDeeper) {
    boolean joins = !emptyLine && !nextEmpty && !deeper && !nextDeeper;
    if (joins && in.column() >= indent) {
      text.append(' ', at);
    } else if (nextEmpty) {
      foldedBreaks++;
    } else {
      text.append('\n', at);
    }
    if (!nextEmpty && foldedBreaks > 0) {
      boolean one = foldStartedDeeper || nextDeeper || !someLine;
      for (int i = one ? 0 : 1; i < foldedBreaks; i++) {
        text.append('\n', at);
      }
      foldedBreaks = 0;
    }
  }
}
