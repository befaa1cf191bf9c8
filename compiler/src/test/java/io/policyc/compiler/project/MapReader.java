package io.policyc.compiler.project;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Files in memory; `link -> target` in a map makes a second name of a file or folder.
final class MapReader implements SourceReader {
  final List<String> looked = new ArrayList<>();
  private final Map<String, Found> found = new TreeMap<>();
  private final Map<String, String> links = new TreeMap<>();
  private byte[] stdin = {};

  /// A file with a text.
  MapReader file(String name, String text) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// A file with bytes.
  MapReader bytes(String name, byte[] content) {
    found.put(name, new Found.Bytes(name, ByteBuffer.wrap(content)));
    return this;
  }

  /// Something that is no file.
  MapReader other(String name, Found what) {
    found.put(name, what);
    return this;
  }

  /// Another name.
  MapReader link(String name, String target) {
    links.put(name, target);
    return this;
  }

  MapReader stdin(byte[] content) {
    stdin = content;
    return this;
  }

  @Override
  public Found look(String name, int maxBytes, int maxEntries) {
    looked.add(name);
    String real = real(name);
    if (isFolder(real)) {
      List<Entry> entries = entries(real);
      return entries.size() > maxEntries ? new Found.Crowded() : new Found.Folder(real, entries);
    }
    Found there = found.getOrDefault(real, new Found.Missing());
    boolean large = there instanceof Found.Bytes(_, var content) && content.remaining() > maxBytes;
    return large ? new Found.TooLarge() : there;
  }

  @Override
  public Found standardInput(int maxBytes) {
    return stdin.length > maxBytes
        ? new Found.TooLarge()
        : new Found.Bytes("-", ByteBuffer.wrap(stdin));
  }

  private String real(String name) {
    String at = name;
    for (var link : links.entrySet()) {
      if (at.equals(link.getKey()) || at.startsWith(link.getKey() + "/")) {
        at = link.getValue() + at.substring(link.getKey().length());
      }
    }
    return PathName.normal(at);
  }

  private boolean isFolder(String name) {
    return name.equals(".") || found.keySet().stream().anyMatch(f -> f.startsWith(name + "/"));
  }

  private List<Entry> entries(String folder) {
    String prefix = folder.equals(".") ? "" : folder + "/";
    List<String> all = new ArrayList<>(found.keySet());
    all.addAll(links.keySet());
    // Backwards, since a folder gives its names in any order.
    return all.stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()).split("/", 2)[0])
        .distinct()
        .sorted(java.util.Comparator.reverseOrder())
        .map(name -> new Entry(name, isFolder(real(prefix + name))))
        .toList();
  }
}
