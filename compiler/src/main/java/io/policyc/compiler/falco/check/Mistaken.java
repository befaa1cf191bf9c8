package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import java.util.Set;

/// Finds where the name of a list stands that nobody seems to have meant: Falco replaces the name
/// in quotes too, and where one value is compared.
final class Mistaken {
  private static final Set<String> BEFORE_LISTS =
      Set.of("in", "intersects", "pmatch", "anyof", "oneof", "allof");

  private final Report report;
  private final Traced condition;
  private final String text;
  private final ListText lists;
  private char quote;
  private String before = "";
  private boolean inList;

  private Mistaken(Report report, Traced condition, ListText lists) {
    this.report = report;
    this.condition = condition;
    this.text = condition.text();
    this.lists = lists;
  }

  /// Looks through a condition whose lists were not replaced yet.
  static void look(Report report, Traced condition, ListText lists) {
    if (!lists.isEmpty()) {
      new Mistaken(report, condition, lists).look();
    }
  }

  private void look() {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      char c = at == text.length() ? ' ' : text.charAt(at);
      if (ListText.DELIMITERS.indexOf(c) >= 0) {
        word(start, at);
        sign(c);
        start = at + 1;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote && text.charAt(at - 1) != '\\') {
        quote = 0;
      }
    }
  }

  private void sign(char c) {
    if (quote == 0 && c == '(') {
      inList = BEFORE_LISTS.contains(before);
    } else if (quote == 0 && c == ')') {
      inList = false;
    }
  }

  private void word(int start, int end) {
    if (start < end) {
      String word = text.substring(start, end);
      boolean meant = quote == 0 && (inList || BEFORE_LISTS.contains(before));
      if (!meant && lists.isList(word)) {
        found(word, start);
      }
      before = word;
    }
  }

  private void found(String list, int at) {
    String where = quote == 0 ? "which stands here for one text" : "though it stands in quotes";
    report.own(
        Code.PC0930
            .at(
                condition.span(at, list.length()),
                "Falco puts the items of the list `" + list + "` here, " + where)
            .withHelp("write `in (" + list + ")`, or give the list another name"));
  }
}
