package io.policyc.signatures.wasm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Looks for files in a layer: a tar file (POSIX ustar, with the long names of pax and GNU),
/// perhaps squeezed by gzip. Bounded: a small layer may unpack to a large one.
final class TarLayer {
  /// How many bytes are unpacked of all layers together.
  static final long MAX_UNPACKED = 128 << 20;

  private static final int MAX_ENTRIES = 200_000;
  private static final int MAX_NAME = 8_192;
  private static final int BLOCK = 512;

  private final Set<String> wanted;
  private final int maxFile;
  private final Map<String, Bytes> found = new LinkedHashMap<>();
  private InputStream in = InputStream.nullInputStream();
  private long left = MAX_UNPACKED;

  /// @param wanted names without `/` or `./` before them
  /// @param maxFile bytes of a file that is wanted
  TarLayer(Set<String> wanted, int maxFile) {
    this.wanted = wanted;
    this.maxFile = maxFile;
  }

  /// The files that were found in the layer looked at last; of the same name the last one.
  Map<String, Bytes> found() {
    return found;
  }

  /// Looks for the files in one more layer.
  ///
  /// @return why not all of it was seen; empty where it was
  Optional<String> look(Bytes layer) {
    found.clear();
    byte[] content = layer.view();
    boolean squeezed = content.length > 1 && content[0] == 0x1f && (content[1] & 0xff) == 0x8b;
    try (InputStream raw = new ByteArrayInputStream(content);
        InputStream unpacked = squeezed ? new GZIPInputStream(raw, 1 << 16) : raw) {
      in = unpacked;
      return walk();
    } catch (IOException e) {
      return Optional.of("it is no tar file");
    }
  }

  private Optional<String> walk() throws IOException {
    String longName = "";
    for (int entries = 0; entries < MAX_ENTRIES; entries++) {
      byte[] header = new byte[BLOCK];
      int read = take(header);
      if (read == 0 || isEmpty(header)) {
        return Optional.empty();
      }
      if (read < BLOCK || !isSound(header)) {
        return Optional.of("it is no tar file");
      }
      long size = number(header, 124, 12);
      if (size < 0 || size > left) {
        return Optional.of("it unpacks to more than " + (MAX_UNPACKED >> 20) + " MiB");
      }
      char type = (char) header[156];
      if (type == 'L' || type == 'x') {
        byte[] content = content((int) Math.min(size, MAX_NAME), size);
        longName = type == 'L' ? text(content, 0, content.length) : path(content, longName);
      } else {
        Optional<String> trouble = entry(longName.isEmpty() ? name(header) : longName, type, size);
        if (trouble.isPresent()) {
          return trouble;
        }
        longName = type == 'g' ? longName : "";
      }
    }
    return Optional.of("it holds more than " + MAX_ENTRIES + " files");
  }

  private Optional<String> entry(String name, char type, long size) throws IOException {
    String plain = plain(name);
    if (!wanted.contains(plain) || (type != '0' && type != 0 && type != '7')) {
      content(0, size);
      return Optional.empty();
    }
    if (size > maxFile) {
      return Optional.of("a file in it is larger than what is read");
    }
    found.put(plain, Bytes.wrap(content((int) size, size)));
    return Optional.empty();
  }

  // The beginning of an entry's content; the rest, and what fills its last block, is skipped.
  private byte[] content(int wantedBytes, long size) throws IOException {
    byte[] content = new byte[wantedBytes];
    if (take(content) < wantedBytes) {
      throw new IOException("it ends too early");
    }
    long rest = (size + BLOCK - 1) / BLOCK * BLOCK - wantedBytes;
    byte[] sink = new byte[(int) Math.min(rest, 1 << 16)];
    while (rest > 0) {
      int step = in.readNBytes(sink, 0, (int) Math.min(rest, sink.length));
      if (step == 0) {
        throw new IOException("it ends too early");
      }
      rest -= step;
      left -= step;
    }
    return content;
  }

  private int take(byte[] into) throws IOException {
    int read = in.readNBytes(into, 0, into.length);
    left -= read;
    return read;
  }

  private static boolean isEmpty(byte[] header) {
    for (byte one : header) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  // The checksum counts its own eight bytes as spaces.
  private static boolean isSound(byte[] header) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    return sum == number(header, 148, 8);
  }

  // Octal digits, or a number of base 256 where the first bit is set; -1 for neither.
  private static long number(byte[] header, int at, int length) {
    if ((header[at] & 0x80) != 0) {
      return -1;
    }
    String digits = text(header, at, length).strip();
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 7) {
        return -1;
      }
      value = value * 8 + digit;
    }
    return value;
  }

  private static String name(byte[] header) {
    String name = text(header, 0, 100);
    boolean ustar = new String(header, 257, 5, US_ASCII).equals("ustar");
    String prefix = ustar ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int at, int length) {
    int end = at;
    while (end < at + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, at, end - at, UTF_8);
  }

  // Lines of `LENGTH path=NAME\n`.
  private static String path(byte[] pax, String otherwise) {
    String text = new String(pax, UTF_8);
    int at = text.startsWith("path=") ? 0 : text.indexOf(" path=");
    int end = at < 0 ? -1 : text.indexOf('\n', at);
    return end < 0 ? otherwise : text.substring(text.indexOf('=', at) + 1, end);
  }

  /// A name without the root before it.
  static String plain(String name) {
    String plain = name;
    while (plain.startsWith("./") || plain.startsWith("/")) {
      plain = plain.substring(plain.startsWith("/") ? 1 : 2);
    }
    return plain;
  }
}
