package io.policyc.compiler.project;

import java.nio.ByteBuffer;
import java.util.List;

/// What reads files and standard input; names have `/` between folders.
public interface SourceReader {
  /// What stands under a name.
  ///
  /// @param maxBytes a longer file is too large, and is not read to its end
  /// @param maxEntries a folder with more names is crowded
  Found look(String name, int maxBytes, int maxEntries);

  /// Standard input, read to its end or to the limit.
  Found standardInput(int maxBytes);

  /// What emitted documents call a file: its name relative to the project.
  default String place(String name) {
    return name;
  }

  /// What was found.
  sealed interface Found {
    /// A file's bytes.
    ///
    /// @param id the same for two names of one file
    record Bytes(String id, ByteBuffer content) implements Found {}

    /// A folder.
    ///
    /// @param id the same for two names of one folder
    /// @param entries in any order
    record Folder(String id, List<Entry> entries) implements Found {
      public Folder {
        entries = List.copyOf(entries);
      }
    }

    /// Nothing has that name.
    record Missing() implements Found {}

    /// It is there and cannot be read.
    ///
    /// @param reason lower-case, such as `permission denied`
    record Unreadable(String reason) implements Found {}

    /// Neither a file nor a folder: reading it might never end.
    record Special() implements Found {}

    /// A file that is larger than the limit.
    record TooLarge() implements Found {}

    /// A folder with more names than the limit.
    record Crowded() implements Found {}
  }

  /// A name in a folder.
  ///
  /// @param folder whether it is a folder, also through a symbolic link
  record Entry(String name, boolean folder) {}
}
