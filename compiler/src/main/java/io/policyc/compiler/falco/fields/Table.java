package io.policyc.compiler.falco.fields;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables on the class path.
final class Table {
  private Table() {}

  /// The lines of a table.
  static List<String> lines(String name) {
    try (InputStream in = Table.class.getResourceAsStream("/falco/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first columns of a line, which have no quotes; the last one holds the rest.
  static String[] columns(String line, int count) {
    return line.split(",", count);
  }
}
