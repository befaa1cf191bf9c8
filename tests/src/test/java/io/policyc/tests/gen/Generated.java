package io.policyc.tests.gen;

import io.policyc.compiler.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A generated input.
///
/// @param seed what made it
/// @param settings the cluster that it is meant for
/// @param cast whom it speaks of
/// @param lines its sentences
public record Generated(long seed, Settings settings, Cast cast, List<Line> lines) {
  public Generated {
    lines = List.copyOf(lines);
  }

  /// One of the two files of the input.
  ///
  /// @param foreign the one that a `foreign import` would read, which may be empty
  public String text(boolean foreign) {
    StringBuilder text = new StringBuilder();
    String header = "";
    for (Line line : lines(foreign)) {
      if (!line.header().equals(header)) {
        text.append(line.header()).append('\n');
        header = line.header();
      }
      text.append(line.text()).append('\n');
    }
    return text.toString();
  }

  private List<Line> lines(boolean foreign) {
    return lines.stream().filter(line -> line.foreign() == foreign).toList();
  }

  /// Both files, as reports show them.
  public String text() {
    String foreign = text(true);
    return text(false) + (foreign.isEmpty() ? "" : "--- foreign import of:\n" + foreign + "---\n");
  }

  /// The same input with other lines.
  public Generated with(List<Line> other) {
    return new Generated(seed, settings, cast, other);
  }

  /// The sentence that a 1-based line of one of the files belongs to.
  public Line lineAt(boolean foreign, int number) {
    int at = 0;
    String header = "";
    for (Line line : lines(foreign)) {
      at += line.header().equals(header) ? 0 : 1;
      header = line.header();
      at += (int) line.text().lines().count();
      if (number <= at) {
        return line;
      }
    }
    return lines(foreign).getLast();
  }

  /// A smaller input that still fails: no sentence can be left out of it.
  public Generated shrink(Predicate<Generated> fails) {
    Generated smallest = this;
    for (int at = lines.size() - 1; at >= 0; at--) {
      List<Line> fewer = new ArrayList<>(smallest.lines());
      fewer.remove(at);
      Generated candidate = smallest.with(fewer);
      if (fails.test(candidate)) {
        smallest = candidate;
      }
    }
    return smallest;
  }
}
