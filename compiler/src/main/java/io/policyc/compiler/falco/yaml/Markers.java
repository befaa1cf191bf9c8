package io.policyc.compiler.falco.yaml;

import io.policyc.compiler.falco.yaml.ScalarScanner.Chomp;
import io.policyc.compiler.falco.yaml.ScalarScanner.Fold;
import io.policyc.compiler.falco.yaml.ScalarScanner.Form;
import io.policyc.compiler.falco.yaml.ScalarScanner.Style;
import io.policyc.compiler.falco.yaml.Token.Kind;

/// The pieces that are no scalars.
///
/// Source: yaml-cpp, src/scantoken.cpp and src/scantag.cpp.
final class Markers {
  private final Input in;
  private final Structure structure;

  Markers(Input in, Structure structure) {
    this.in = in;
    this.structure = structure;
  }

  /// `%YAML 1.2`
  void directive() {
    int at = in.at();
    in.skipLine();
    String line = in.from(at);
    int comment = line.indexOf(" #");
    structure.push(Token.of(Kind.DIRECTIVE, at, comment < 0 ? line : line.substring(0, comment)));
  }

  void openFlow() {
    structure.maybeKey();
    structure.keyAllowed = true;
    boolean sequence = in.sees('[');
    structure.openFlow(sequence);
    push(sequence ? Kind.FLOW_SEQUENCE_START : Kind.FLOW_MAPPING_START);
  }

  void closeFlow() throws YamlSyntax {
    boolean sequence = in.sees(']');
    if (!structure.inFlow()) {
      throw new YamlSyntax(in.at(), "`" + in.peek() + "` closes nothing");
    }
    endFlowValue();
    structure.keyAllowed = false;
    if (structure.inFlowSequence() != sequence) {
      throw new YamlSyntax(in.at(), "`" + in.peek() + "` closes another kind of bracket");
    }
    structure.closeFlow();
    push(sequence ? Kind.FLOW_SEQUENCE_END : Kind.FLOW_MAPPING_END);
  }

  void flowEntry() {
    if (structure.inFlow()) {
      endFlowValue();
    }
    structure.keyAllowed = true;
    push(Kind.FLOW_ENTRY);
  }

  // `{a}` is a key without a value.
  private void endFlowValue() {
    if (structure.inFlowSequence()) {
      structure.dropKey();
    } else if (structure.takeKey()) {
      structure.push(Token.of(Kind.VALUE, in.at()));
    }
  }

  void blockEntry() throws YamlSyntax {
    if (structure.inFlow() || !structure.keyAllowed) {
      throw new YamlSyntax(in.at(), "no list may begin here");
    }
    structure.openBlock(Kind.BLOCK_SEQUENCE_START);
    structure.keyAllowed = true;
    push(Kind.BLOCK_ENTRY);
  }

  void key() throws YamlSyntax {
    if (!structure.inFlow()) {
      if (!structure.keyAllowed) {
        throw new YamlSyntax(in.at(), "no key may stand here");
      }
      structure.openBlock(Kind.BLOCK_MAPPING_START);
    }
    structure.keyAllowed = !structure.inFlow();
    push(Kind.KEY);
  }

  void value() throws YamlSyntax {
    if (structure.takeKey()) {
      structure.keyAllowed = false;
    } else {
      if (!structure.inFlow()) {
        if (!structure.keyAllowed) {
          throw new YamlSyntax(in.at(), "no value may stand here: a `: ` needs quotes around it");
        }
        structure.openBlock(Kind.BLOCK_MAPPING_START);
      }
      structure.keyAllowed = !structure.inFlow();
    }
    push(Kind.VALUE);
  }

  void anchor() throws YamlSyntax {
    int at = in.at();
    boolean alias = in.sees('*');
    in.next();
    while (!in.atEnd() && !in.blankOrBreak(0) && "[]{},".indexOf(in.peek()) < 0) {
      in.next();
    }
    String name = in.from(at + 1);
    if (name.isEmpty()) {
      throw new YamlSyntax(at, "a name must stand behind `" + (alias ? '*' : '&') + "`");
    }
    if (!in.ends(0) && "?:,]}%@`".indexOf(in.peek()) < 0) {
      throw new YamlSyntax(in.at(), "`" + in.peek() + "` is no part of the name of an anchor");
    }
    structure.push(Token.of(alias ? Kind.ALIAS : Kind.ANCHOR, at, name));
  }

  void tag() throws YamlSyntax {
    int at = in.at();
    in.next();
    if (in.sees('<')) {
      verbatim(at);
    } else {
      handle(at);
    }
    structure.push(Token.of(Kind.TAG, at, in.from(at)));
  }

  private void verbatim(int at) throws YamlSyntax {
    in.next();
    while (!in.sees('>')) {
      int length = Tags.uri(in);
      if (length == 0) {
        throw new YamlSyntax(at, "a tag that begins with `!<` ends with `>`");
      }
      in.skip(length);
    }
    in.next();
  }

  private void handle(int at) throws YamlSyntax {
    while (Tags.word(in)) {
      in.next();
    }
    boolean named = in.sees('!');
    if (named) {
      in.next();
    }
    int suffix = 0;
    for (int length = Tags.tag(in); length > 0; length = Tags.tag(in)) {
      in.skip(length);
      suffix++;
    }
    if (named && suffix == 0) {
      throw new YamlSyntax(at, "a tag's name is missing behind its handle");
    }
    if (!named && in.sees('!')) {
      throw new YamlSyntax(at, "a tag's handle has letters, digits and `-` only");
    }
  }

  /// `|`, `>2-`
  Form blockHeader(int top) throws YamlSyntax {
    Fold fold = in.next() == '>' ? Fold.BLOCK : Fold.KEEP;
    Chomp chomp = Chomp.CLIP;
    int indent = 0;
    for (int i = 0; i < 2; i++) {
      boolean sign = in.sees('+') || in.sees('-');
      if (sign && chomp == Chomp.CLIP) {
        chomp = in.next() == '+' ? Chomp.KEEP : Chomp.STRIP;
      } else if (in.peek() >= '0' && in.peek() <= '9' && indent == 0) {
        indent = indent(in.next());
      }
    }
    while (in.blank()) {
      in.next();
    }
    if (in.comment()) {
      in.skipLine();
    }
    if (!in.atEnd() && in.lineBreak() == 0) {
      throw new YamlSyntax(in.at(), "the text of a block begins on the next line");
    }
    return new Form(Style.BLOCK, top + Math.max(indent, 1), indent == 0, fold, chomp);
  }

  private int indent(char digit) throws YamlSyntax {
    if (digit == '0') {
      throw new YamlSyntax(in.at(), "a block can't be indented by 0");
    }
    return digit - '0';
  }

  private void push(Kind kind) {
    structure.push(Token.of(kind, in.at()));
    in.next();
  }
}
