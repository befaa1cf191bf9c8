package io.policyc.signatures.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/// What a pax header says of the file behind it. An empty text is none, as POSIX has it.
///
/// @param size decimal
/// @param sparse whether the file has holes, and another name and size than all else says
record TarPax(String path, String link, String size, boolean sparse) {
  static final TarPax NONE = new TarPax("", "", "", false);

  private static final int MAX_KEY = 64;

  /// Reads records of `LENGTH KEY=VALUE\n`, each by its length: a value may hold anything.
  ///
  /// @return none where one of them is wrong: programs differ on what the others are then
  static Optional<TarPax> read(byte[] records) {
    TarPax pax = NONE;
    int at = 0;
    while (at < records.length) {
      int space = at;
      int length = 0;
      while (space < records.length && space - at < 8 && records[space] != ' ') {
        int digit = records[space] - '0';
        if (digit < 0 || digit > 9) {
          return Optional.empty();
        }
        length = length * 10 + digit;
        space++;
      }
      int end = at + length - 1; // of the value
      int equals = equals(records, space + 1, Math.min(end, records.length));
      if (space == at || end >= records.length || end < equals || records[end] != '\n') {
        return Optional.empty();
      }
      if (equals < space + 2) {
        return Optional.empty();
      }
      Optional<TarPax> next = pax.with(records, space + 1, equals, end);
      if (next.isEmpty()) {
        return next;
      }
      pax = next.get();
      at = end + 1;
    }
    return Optional.of(pax);
  }

  private static int equals(byte[] records, int from, int end) {
    for (int i = from; i < end; i++) {
      if (records[i] == '=') {
        return i;
      }
    }
    return -1;
  }

  private Optional<TarPax> with(byte[] records, int from, int equals, int end) {
    if (equals - from > MAX_KEY) {
      return Optional.of(this);
    }
    String key = new String(records, from, equals - from, UTF_8);
    boolean named = key.equals("path") || key.equals("linkpath") || key.equals("size");
    if (!named) {
      return Optional.of(key.startsWith("GNU.sparse.") ? new TarPax(path, link, size, true) : this);
    }
    String value = new String(records, equals + 1, end - equals - 1, UTF_8);
    if (value.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (key) {
          case "path" -> new TarPax(value, link, size, sparse);
          case "linkpath" -> new TarPax(path, value, size, sparse);
          default -> new TarPax(path, link, value, sparse);
        });
  }

  /// The size of the file.
  ///
  /// @param otherwise where nothing is said
  /// @return -1 where it is no number
  long sizeOr(long otherwise) {
    if (size.isEmpty()) {
      return otherwise;
    }
    long value = 0;
    for (int i = 0; i < size.length(); i++) {
      int digit = size.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value > Long.MAX_VALUE / 16) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /// Whether it says anything that readers might understand otherwise.
  boolean matters() {
    return !equals(NONE);
  }
}
