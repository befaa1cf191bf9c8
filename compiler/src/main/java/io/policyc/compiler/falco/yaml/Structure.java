package io.policyc.compiler.falco.yaml;

import io.policyc.compiler.falco.yaml.Token.Kind;
import io.policyc.compiler.falco.yaml.Token.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The pieces read so far, the blocks that are open, and what may still turn out to be a key.
///
/// Source: yaml-cpp, src/scanner.cpp and src/simplekey.cpp.
final class Structure {
  /// Longer than this is no key without `?`.
  private static final int MAX_KEY = 1024;

  final Deque<Token> tokens = new ArrayDeque<>();
  private final Input in;
  private final Deque<Indent> indents = new ArrayDeque<>();
  private final Deque<Key> keys = new ArrayDeque<>();
  private final Deque<Boolean> flows = new ArrayDeque<>();
  boolean keyAllowed = true;

  Structure(Input in) {
    this.in = in;
    indents.push(new Indent(-1, Kind.DOCUMENT_START));
  }

  /// A block that is open.
  static final class Indent {
    final int column;
    final Kind start;
    Status status = Status.VALID;

    Indent(int column, Kind start) {
      this.column = column;
      this.start = start;
    }
  }

  /// What may be a key.
  private record Key(
      int at, int line, int level, Token token, @Nullable Indent indent, @Nullable Token start) {
    void settle(Status status) {
      token.status = status;
      if (indent != null) {
        indent.status = status;
      }
      if (start != null) {
        start.status = status;
      }
    }
  }

  void push(Token token) {
    tokens.add(token);
  }

  boolean inFlow() {
    return !flows.isEmpty();
  }

  /// Whether the innermost brackets are `[]`.
  boolean inFlowSequence() {
    return inFlow() && flows.element();
  }

  void openFlow(boolean sequence) {
    flows.push(sequence);
  }

  void closeFlow() {
    flows.pop();
  }

  int topIndent() {
    return indents.isEmpty() ? 0 : indents.element().column;
  }

  /// Opens a block at this column, if it isn't open.
  @Nullable Indent openBlock(Kind start) {
    if (inFlow() || indents.isEmpty()) {
      return null;
    }
    Indent last = indents.element();
    boolean inside = start == Kind.BLOCK_SEQUENCE_START && last.start == Kind.BLOCK_MAPPING_START;
    if (in.column() < last.column || (in.column() == last.column && !inside)) {
      return null;
    }
    Indent indent = new Indent(in.column(), start);
    push(Token.of(start, in.at()));
    indents.push(indent);
    return indent;
  }

  /// Closes the blocks that a line at this column ends.
  void closeBlocks(boolean entry) {
    if (inFlow()) {
      return;
    }
    while (!indents.isEmpty() && endsHere(indents.element(), entry)) {
      closeBlock();
    }
    while (!indents.isEmpty() && indents.element().status == Status.INVALID) {
      closeBlock();
    }
  }

  private boolean endsHere(Indent indent, boolean entry) {
    if (indent.column != in.column()) {
      return indent.column > in.column();
    }
    return indent.start == Kind.BLOCK_SEQUENCE_START && !entry;
  }

  /// Closes every block.
  void closeAll() {
    while (!inFlow() && !indents.isEmpty() && indents.element().column >= 0) {
      closeBlock();
    }
  }

  private void closeBlock() {
    Indent indent = indents.pop();
    if (indent.status != Status.VALID) {
      dropKey();
    } else if (indent.start == Kind.BLOCK_SEQUENCE_START) {
      push(Token.of(Kind.BLOCK_SEQUENCE_END, in.at()));
    } else if (indent.start == Kind.BLOCK_MAPPING_START) {
      push(Token.of(Kind.BLOCK_MAPPING_END, in.at()));
    }
  }

  /// Notes that what begins here may be a key.
  void maybeKey() {
    boolean active = !keys.isEmpty() && keys.element().level == flows.size();
    if (!keyAllowed || active) {
      return;
    }
    Indent indent = openBlock(Kind.BLOCK_MAPPING_START);
    Token start = indent == null ? null : tokens.getLast();
    Token token = Token.of(Kind.KEY, in.at());
    push(token);
    Key key = new Key(in.at(), in.line(), flows.size(), token, indent, start);
    key.settle(Status.UNVERIFIED);
    keys.push(key);
  }

  /// Makes what was noted a key, as a colon follows.
  boolean takeKey() {
    if (keys.isEmpty() || keys.element().level != flows.size()) {
      return false;
    }
    Key key = keys.pop();
    boolean valid = key.line == in.line() && in.at() - key.at <= MAX_KEY;
    key.settle(valid ? Status.VALID : Status.INVALID);
    return valid;
  }

  /// Forgets what was noted on this level.
  void dropKey() {
    if (!keys.isEmpty() && keys.element().level == flows.size()) {
      keys.pop().settle(Status.INVALID);
    }
  }

  /// Forgets everything that was noted.
  void dropKeys() {
    while (!keys.isEmpty()) {
      Key key = keys.pop();
      if (key.level == 0) {
        key.settle(Status.INVALID);
      }
    }
  }
}
