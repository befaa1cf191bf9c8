package io.policyc.compiler.parse;

import io.policyc.grammar.PolicyLexer;
import io.policyc.grammar.PolicyParser.AnnotationContext;
import io.policyc.grammar.PolicyParser.SentenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Runs ANTLR over a file: the only class that sees its parser.
final class Structure implements ParseTreeListener {
  private final List<Token> tokens;
  private final NavigableSet<Integer> damaged;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<List<Lexeme>> annotations = new ArrayList<>();
  private int words;

  private Structure(Layout layout) {
    this.tokens = layout.tokens();
    this.damaged = new TreeSet<>(layout.damaged());
  }

  /// The sentences of a laid out text.
  static List<Sentence> of(Layout layout) {
    Structure structure = new Structure(layout);
    structure.run();
    return structure.sentences;
  }

  // SLL is enough, and nothing is repaired: Layout's tokens always fit the grammar. No tree is
  // built: the sentences are taken as they go by.
  private void run() {
    var parser =
        new io.policyc.grammar.PolicyParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setBuildParseTree(false);
    parser.addParseListener(this);
    parser.file();
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {
    if (context instanceof SentenceContext) {
      annotations.clear();
      words = context.start.getTokenIndex();
    }
  }

  @Override
  public void exitEveryRule(ParserRuleContext context) {
    if (context instanceof AnnotationContext) {
      annotations.add(lexemes(context, context.start.getTokenIndex()));
      words = context.stop.getTokenIndex() + 1;
    } else if (context instanceof SentenceContext) {
      sentences.add(sentence(context));
    }
  }

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}

  private Sentence sentence(ParserRuleContext context) {
    int end = context.stop.getStopIndex() + 1;
    Integer bad = damaged.ceiling(context.start.getStartIndex());
    return new Sentence(
        List.copyOf(annotations), lexemes(context, words), bad != null && bad <= end);
  }

  private List<Lexeme> lexemes(ParserRuleContext context, int from) {
    List<Lexeme> lexemes = new ArrayList<>();
    for (int i = from; i <= context.stop.getTokenIndex(); i++) {
      lexemes.add(lexeme(tokens.get(i)));
    }
    return lexemes;
  }

  private static Lexeme lexeme(Token token) {
    int start = token.getStartIndex();
    int end = token.getStopIndex() + 1;
    String text = token.getText();
    return switch (token.getType()) {
      case PolicyLexer.TEXT ->
          new Lexeme(Lexeme.Kind.TEXT, unescape(text.substring(1, text.length() - 1)), start, end);
      case PolicyLexer.EXPRESSION ->
          new Lexeme(Lexeme.Kind.EXPRESSION, text.substring(3, text.length() - 1), start, end);
      case PolicyLexer.UNCLOSED ->
          new Lexeme(Lexeme.Kind.TEXT, text.substring(text.indexOf('"') + 1), start, end);
      default -> new Lexeme(kind(token.getType()), text, start, end);
    };
  }

  private static Lexeme.Kind kind(int type) {
    return switch (type) {
      case PolicyLexer.COMMA -> Lexeme.Kind.COMMA;
      case PolicyLexer.COLON -> Lexeme.Kind.COLON;
      case PolicyLexer.SEMICOLON -> Lexeme.Kind.SEPARATOR;
      case PolicyLexer.OPEN_BRACE -> Lexeme.Kind.OPEN_BRACE;
      case PolicyLexer.CLOSE_BRACE -> Lexeme.Kind.CLOSE_BRACE;
      case PolicyLexer.OPEN_PAREN -> Lexeme.Kind.OPEN_PAREN;
      case PolicyLexer.CLOSE_PAREN -> Lexeme.Kind.CLOSE_PAREN;
      case io.policyc.grammar.PolicyParser.END -> Lexeme.Kind.END;
      default -> Lexeme.Kind.WORD;
    };
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      plain.append(text.charAt(at));
    }
    return plain.toString();
  }
}
