package io.policyc.compiler.falco.evaluate;

import java.util.ArrayList;
import java.util.List;

/// What `getopt(…)` makes of a process's arguments.
///
/// Source: userspace/libsinsp/sinsp_filtercheck_multivalue_transformer.cpp.
final class Options {
  private final List<Value> arguments;
  private final String known;
  private final List<Value> found = new ArrayList<>();

  private Options(List<Value> arguments, String known) {
    this.arguments = arguments;
    this.known = known;
  }

  /// The options that were given, each before its argument; `?` for one that isn't known.
  ///
  /// @param known letters, those that take an argument with a colon behind them
  static List<Value> of(List<Value> arguments, String known) {
    Options options = new Options(arguments, known);
    int next = 0;
    while (next >= 0 && next < arguments.size()) {
      next = options.word(next);
    }
    return options.found;
  }

  /// Reads a word; -1 where the options end.
  private int word(int at) {
    String word = Convert.octets(arguments.get(at));
    if (word.length() < 2 || word.charAt(0) != '-' || word.equals("--")) {
      return -1;
    }
    for (int i = 1; i < word.length(); i++) {
      char option = word.charAt(i);
      int place = option == ':' ? -1 : known.indexOf(option);
      add(place < 0 ? "?" : String.valueOf(option));
      if (place >= 0 && place + 1 < known.length() && known.charAt(place + 1) == ':') {
        return argument(at, word.substring(i + 1));
      }
    }
    return at + 1;
  }

  private int argument(int at, String rest) {
    if (!rest.isEmpty()) {
      add(rest);
      return at + 1;
    }
    if (at + 1 < arguments.size()) {
      found.add(arguments.get(at + 1));
    }
    return at + 2;
  }

  private void add(String octets) {
    found.add(new Value.Text(Octets.text(octets)));
  }
}
