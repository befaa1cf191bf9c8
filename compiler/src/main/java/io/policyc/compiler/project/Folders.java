package io.policyc.compiler.project;

import io.policyc.compiler.Code;
import io.policyc.compiler.project.SourceReader.Entry;
import io.policyc.compiler.project.SourceReader.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the files below a folder.
///
/// A hidden folder is skipped, as is one that was seen already: a symbolic link may lead back.
final class Folders {
  private static final int MAX_FILES = 10_000;

  /// Names in one folder.
  static final int MAX_ENTRIES = 100_000;

  private static final int MAX_DEPTH = 32;

  private final SourceReader reader;
  private final Reading reading;
  private final String what;
  private final Set<String> seen = new HashSet<>();
  private final List<String> files = new ArrayList<>();
  private boolean full;
  private boolean unread;

  /// @param what as messages call what is looked for
  Folders(SourceReader reader, Reading reading, String what) {
    this.what = what;
    this.reader = reader;
    this.reading = reading;
  }

  /// The files below a folder that fit, by name.
  List<String> below(String folder, Predicate<String> fits) {
    walk(folder, fits, 0);
    return files.stream().sorted().toList();
  }

  /// Whether everything below was looked at: only then is what was not found not there.
  boolean sawAll() {
    return !full && !unread;
  }

  private void walk(String name, Predicate<String> fits, int depth) {
    switch (reader.look(name, Texts.MAX_FILE, MAX_ENTRIES)) {
      case Found.Folder(var id, var entries) when seen.add(id) -> {
        List<Entry> sorted = entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
        sorted.forEach(entry -> entry(name, entry, fits, depth));
      }
      case Found.Unreadable(var reason) -> {
        unread = true;
        reading.add(Code.PC0051, "`" + name + "` cannot be read: " + reason);
      }
      case Found.Crowded _ -> tooMuch("`" + name + "` holds more than 100,000 names");
      // It was a folder a moment ago, or it was seen already.
      case Found.Folder _, Found.Bytes _, Found.Missing _, Found.Special _, Found.TooLarge _ -> {}
    }
  }

  private void entry(String folder, Entry entry, Predicate<String> fits, int depth) {
    String name = PathName.child(folder, entry.name());
    if (entry.folder()) {
      descend(name, entry, fits, depth + 1);
    } else if (fits.test(name)) {
      file(name);
    }
  }

  private void descend(String name, Entry entry, Predicate<String> fits, int depth) {
    if (entry.name().startsWith(".") || full) {
      return;
    }
    if (depth > MAX_DEPTH) {
      tooMuch("`" + name + "` lies more than 32 folders deep");
      return;
    }
    walk(name, fits, depth);
  }

  private void file(String name) {
    if (files.size() >= MAX_FILES) {
      tooMuch("there are more than 10,000 " + what + " files");
      return;
    }
    files.add(name);
  }

  private void tooMuch(String message) {
    if (!full) {
      full = true;
      reading.add(Code.PC0057, message, "compile its folders one by one");
    }
  }
}
