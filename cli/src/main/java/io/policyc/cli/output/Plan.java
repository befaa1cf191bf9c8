package io.policyc.cli.output;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run would do to a folder.
///
/// @param write what each new or changed file will hold, by path
/// @param remove files that are no longer made, by path
/// @param same how many files stay as they are
/// @param before the list that was there
/// @param after the list that will be there
public record Plan(
    SortedMap<String, byte[]> write,
    List<String> remove,
    int same,
    FileList before,
    FileList after) {
  /// Nothing to do in a folder in which there is nothing.
  static final Plan NOTHING =
      new Plan(new TreeMap<>(), List.of(), 0, FileList.empty(), FileList.empty());

  public Plan {
    write = new TreeMap<>(write);
    remove = List.copyOf(remove);
  }

  /// Whether the folder is already what would be written.
  public boolean isNothing() {
    return write.isEmpty() && remove.isEmpty() && before.equals(after);
  }
}
