package io.policyc.tests.peers.agree;

import io.policyc.tests.gen.Form;
import io.policyc.tests.gen.GenConversation.Asked;
import io.policyc.tests.naive.Answer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Counts what was tried.
final class Tally {
  private final Map<Form, int[]> forms = new EnumMap<>(Form.class);
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int inputs;
  private int sentences;
  private int refused;
  private int conversations;
  private final Map<Match, Integer> matches = new EnumMap<>(Match.class);

  void input(int kept, List<String> codes) {
    inputs++;
    sentences += kept + codes.size();
    refused += codes.size();
    codes.forEach(code -> refusals.merge(code, 1, Integer::sum));
  }

  void conversation(Asked asked, Match match) {
    conversations++;
    matches.merge(match, 1, Integer::sum);
    int at = asked.answer() == Answer.PERMITTED ? 0 : 1;
    asked.forms().forEach(form -> forms.computeIfAbsent(form, _ -> new int[2])[at]++);
  }

  int conversations() {
    return conversations;
  }

  /// The share of sentences that the compiler refused, in percent.
  int refusedPercent() {
    return 100 * refused / Math.max(1, sentences);
  }

  /// The forms that were tried too seldom, or in too few cases with one of the outcomes.
  List<String> thin(int least) {
    List<String> thin = new ArrayList<>();
    for (Form form : Form.values()) {
      int[] counts = forms.getOrDefault(form, new int[2]);
      int all = counts[0] + counts[1];
      if (all < least || 5 * counts[0] < all || 5 * counts[1] < all) {
        thin.add(form + " permitted " + counts[0] + " refused " + counts[1]);
      }
    }
    return thin;
  }

  private String excuses() {
    StringBuilder text = new StringBuilder();
    for (Match match : Match.values()) {
      if (!match.words().isEmpty()) {
        text.append(text.isEmpty() ? "; permitted, and passed " : ", ");
        text.append(match.words()).append(": ").append(matches.getOrDefault(match, 0));
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d inputs, %d sentences (%d refused: %s), %d conversations%s%n",
            inputs,
            sentences,
            refused,
            refusals,
            conversations,
            excuses()));
    forms.forEach(
        (form, counts) ->
            text.append(
                String.format(
                    Locale.ROOT, "%-18s %7d permitted %7d refused%n", form, counts[0], counts[1])));
    return text.toString();
  }
}
