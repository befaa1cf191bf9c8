package io.policyc.compiler.falco.condition;

import io.policyc.compiler.falco.condition.Condition.And;
import io.policyc.compiler.falco.condition.Condition.Not;
import io.policyc.compiler.falco.condition.Condition.Or;
import java.util.ArrayList;
import java.util.List;

/// What has been read of one pair of parentheses, or of the whole condition.
final class Group {
  private final int at;
  private final boolean not;
  private final Entry entry;
  private final List<Condition> alternatives = new ArrayList<>();
  private List<Condition> terms = new ArrayList<>();
  private boolean whole;
  private boolean joins;
  private int deepest = 1;

  /// @param at where it begins
  /// @param not whether `not` stands before it
  /// @param entry how its end joins what it stands in
  Group(int at, boolean not, Entry entry) {
    this.at = at;
    this.not = not;
    this.entry = entry;
  }

  /// How parentheses stand in what surrounds them.
  enum Entry {
    /// As one term between `and`s.
    TERM,
    /// As a whole alternative: behind `or(` no `and` may follow, in this dialect.
    ALTERNATIVE
  }

  /// Whether `and` may follow.
  boolean takesAnd() {
    return !whole;
  }

  void and(Condition term) {
    terms.add(term);
  }

  void or() {
    endAlternative();
    whole = false;
  }

  void add(Group inner) {
    terms.add(inner.condition());
    whole = inner.entry == Entry.ALTERNATIVE;
    deepest = Math.max(deepest, inner.depth());
  }

  /// At least how many nodes stand above each other in it.
  int depth() {
    return deepest + (joins ? 1 : 0) + (alternatives.size() > 1 ? 1 : 0) + (not ? 1 : 0);
  }

  Condition condition() {
    endAlternative();
    Condition all = alternatives.size() == 1 ? alternatives.getFirst() : new Or(alternatives, at);
    return not ? new Not(all, at) : all;
  }

  private void endAlternative() {
    Condition only = terms.getFirst();
    joins |= terms.size() > 1;
    alternatives.add(terms.size() == 1 ? only : new And(terms, only.at()));
    terms = new ArrayList<>();
  }
}
