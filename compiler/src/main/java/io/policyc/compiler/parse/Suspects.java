package io.policyc.compiler.parse;

import io.policyc.grammar.PolicyLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// The sentences that may be none: what is left of a block that was closed too early, or that was
/// never opened. A `}` that closes nothing tells that they are.
final class Suspects {
  private final List<Integer> starts = new ArrayList<>();
  private boolean said;
  private int block = -1;

  /// Takes in a sentence that ended.
  ///
  /// @param opened whether it has a block
  /// @param lost whether it was said that a brace of it is not where it should be
  void ended(List<Token> sentence, boolean opened, boolean lost) {
    int start = sentence.getFirst().getStartIndex();
    boolean declares = declares(sentence);
    boolean whole = Starts.sentence(sentence) && (!declares || isClosed(sentence));
    if (whole && !lost) {
      clear();
      block = declares ? start : -1;
      return;
    }
    if (starts.isEmpty()) {
      said = lost || (declares && !opened);
    }
    starts.add(start);
  }

  /// Whether it was or will be said why a `}` closes nothing.
  boolean said() {
    return !starts.isEmpty() && said;
  }

  /// Whether a block stands before what may be left of it.
  boolean afterBlock() {
    return block >= 0 && !starts.isEmpty();
  }

  /// The starts of the sentences of which nothing should be said, now that a `}` closes nothing.
  List<Integer> take() {
    List<Integer> silent = new ArrayList<>(starts);
    if (said()) {
      silent.removeFirst();
    } else if (block >= 0) {
      silent.addFirst(block);
    }
    clear();
    return silent;
  }

  /// Takes in that the open sentence is one, so that those before it are none of its rest.
  void clear() {
    starts.clear();
    said = false;
    block = -1;
  }

  /// Whether a sentence declares what has a block.
  static boolean declares(List<Token> sentence) {
    String first = sentence.isEmpty() ? "" : sentence.getFirst().getText();
    String word =
        first.equals("foreign") && sentence.size() > 1 ? sentence.get(1).getText() : first;
    return word.equals("workload")
        || word.equals("external")
        || (word.equals("runtime") && block(sentence));
  }

  // A runtime class has a block only where something stands behind its name.
  private static boolean block(List<Token> sentence) {
    return sentence.size() > 3 && !sentence.get(3).getText().equals("because");
  }

  // Nothing follows the block, but for a reason.
  private static boolean isClosed(List<Token> sentence) {
    int size = sentence.size();
    boolean reason = size > 2 && sentence.get(size - 2).getText().equals("because");
    return sentence.get(size - (reason ? 3 : 1)).getType() == PolicyLexer.CLOSE_BRACE;
  }
}
