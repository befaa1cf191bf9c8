package io.policyc.cli.output;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// `.policyc-files`: what policyc wrote into a folder, in the form of `sha256sum`.
///
/// While a run is under way it names both what a file held before and what it will hold: whatever
/// an interrupted run leaves behind is then known to be ours.
///
/// @param hashes the hashes that each path may have
record FileList(SortedMap<String, Set<Hash>> hashes) {
  /// Its name in the folder.
  static final String NAME = ".policyc-files";

  private static final String HEAD =
      "# Written by policyc. It replaces and removes only what is listed here.\n";

  FileList {
    SortedMap<String, Set<Hash>> copy = new TreeMap<>();
    hashes.forEach((path, all) -> copy.put(path, Set.copyOf(all)));
    hashes = Collections.unmodifiableSortedMap(copy);
  }

  /// The list of a folder into which nothing was written.
  static FileList empty() {
    return new FileList(new TreeMap<>());
  }

  /// The list for new contents.
  static FileList of(SortedMap<String, Hash> contents) {
    SortedMap<String, Set<Hash>> hashes = new TreeMap<>();
    contents.forEach((path, hash) -> hashes.put(path, Set.of(hash)));
    return new FileList(hashes);
  }

  /// Reads a list.
  ///
  /// @return empty when it is no list: it must not be guessed what may be removed
  static Optional<FileList> parse(String text) {
    SortedMap<String, Set<Hash>> hashes = new TreeMap<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("#") || line.isEmpty()) {
        continue;
      }
      if (!isEntry(line)) {
        return Optional.empty();
      }
      hashes
          .computeIfAbsent(line.substring(66), path -> new java.util.HashSet<>())
          .add(new Hash(line.substring(0, 64)));
    }
    return Optional.of(new FileList(hashes));
  }

  private static boolean isEntry(String line) {
    return line.length() > 66
        && Hash.isHash(line.substring(0, 64))
        && line.startsWith("  ", 64)
        && isInside(line.substring(66));
  }

  /// Whether a path stays in the folder and is no file of our own book-keeping.
  static boolean isInside(String path) {
    return List.of(path.split("/", -1)).stream()
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))
        && path.chars().noneMatch(c -> c < 0x20 || c == '\\' || c == 0x7f)
        && !path.equals(NAME)
        && !path.equals(FolderLock.NAME);
  }

  /// Whether policyc wrote a path with such a content.
  boolean knows(String path, Hash content) {
    return hashes.getOrDefault(path, Set.of()).contains(content);
  }

  /// Everything that either list knows.
  FileList and(FileList other) {
    SortedMap<String, Set<Hash>> all = new TreeMap<>(hashes);
    other.hashes.forEach(
        (path, more) ->
            all.merge(
                path,
                more,
                (a, b) -> {
                  Set<Hash> both = new java.util.HashSet<>(a);
                  both.addAll(b);
                  return both;
                }));
    return new FileList(all);
  }

  /// The paths.
  SortedSet<String> paths() {
    return new TreeSet<>(hashes.keySet());
  }

  /// The text of the list, by path.
  String text() {
    StringBuilder out = new StringBuilder(HEAD);
    hashes.forEach(
        (path, all) ->
            all.stream()
                .map(Hash::hex)
                .sorted()
                .forEach(hex -> out.append(hex).append("  ").append(path).append('\n')));
    return out.toString();
  }
}
