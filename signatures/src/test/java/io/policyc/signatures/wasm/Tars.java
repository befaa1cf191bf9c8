package io.policyc.signatures.wasm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/// Writes layers of files.
final class Tars {
  private Tars() {}

  static byte[] entry(String name, char type, byte[] content) {
    byte[] fill = new byte[(512 - content.length % 512) % 512];
    return Assembler.join(header(name, type, content.length, ""), content, fill);
  }

  static byte[] link(String name, char type, String target) {
    return header(name, type, 0, target);
  }

  /// One extended header of pax; records are keys and values in turn.
  static byte[] pax(char type, String... records) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < records.length; i += 2) {
      all.writeBytes(record(records[i], records[i + 1]));
    }
    return entry("pax", type, all.toByteArray());
  }

  // The length counts itself.
  private static byte[] record(String key, String value) {
    int rest = (" " + key + "=" + value + "\n").getBytes(UTF_8).length;
    int length = rest;
    while (String.valueOf(length).length() + rest != length) {
      length++;
    }
    return (length + " " + key + "=" + value + "\n").getBytes(UTF_8);
  }

  static byte[] header(String name, char type, int size, String target) {
    byte[] header = new byte[512];
    put(header, 0, name.getBytes(UTF_8));
    put(header, 100, "0000644\0".getBytes(US_ASCII));
    put(header, 124, String.format("%011o\0", size).getBytes(US_ASCII));
    header[156] = (byte) type;
    put(header, 157, target.getBytes(UTF_8));
    put(header, 257, "ustar\00000".getBytes(US_ASCII));
    return sum(header);
  }

  /// Makes the checksum right again.
  static byte[] sum(byte[] header) {
    put(header, 148, "        ".getBytes(US_ASCII));
    int sum = 0;
    for (byte one : header) {
      sum += one & 0xff;
    }
    put(header, 148, String.format("%06o\0 ", sum).getBytes(US_ASCII));
    return header;
  }

  static byte[] file(String name, byte[] content) {
    return entry(name, '0', content);
  }

  static byte[] end() {
    return new byte[1024];
  }

  static byte[] squeezed(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(byte[] into, int at, byte[] text) {
    System.arraycopy(text, 0, into, at, text.length);
  }
}
