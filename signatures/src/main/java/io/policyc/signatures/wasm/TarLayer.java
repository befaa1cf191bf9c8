package io.policyc.signatures.wasm;

import io.policyc.signatures.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Looks for files in layers: tar files (POSIX ustar, with the long names of pax and GNU), perhaps
/// squeezed by gzip. Bounded: a small layer may unpack to a large one. What programs read
/// differently is reported as not seen.
final class TarLayer {
  /// How many bytes are unpacked of all layers together.
  static final long MAX_UNPACKED = 128 << 20;

  private static final int MAX_ENTRIES = 200_000;
  private static final int MAX_WANTED_LINKS = 1_000;
  private static final int MAX_EXTENDED = 1 << 20; // as Go has it
  private static final int BLOCK = TarHeader.BLOCK;
  private static final int MAGIC = 4;

  private final Predicate<String> wanted;
  private final int maxFile;
  private final Map<String, List<Bytes>> found = new LinkedHashMap<>();
  private final Set<String> wantedLinks = new LinkedHashSet<>();
  private final TarLinks links = new TarLinks();
  private InputStream in = InputStream.nullInputStream();
  private long left = MAX_UNPACKED;

  // of the layer looked at: what was not clear in it, and what stands before the next file
  private Optional<String> unclear = Optional.empty();
  private Optional<TarPax> pax = Optional.empty();
  private String longName = "";
  private String longLink = "";

  /// @param wanted plain paths, see [TarPath]
  /// @param maxFile bytes of a module that is wanted
  TarLayer(Predicate<String> wanted, int maxFile) {
    this.wanted = wanted;
    this.maxFile = maxFile;
  }

  /// The files that were found in the layer looked at last, by their plain paths; of the same path
  /// all, since readers differ on which of them counts. Of what is no module only the beginning.
  Map<String, List<Bytes>> found() {
    return found;
  }

  /// Links of all layers.
  TarLinks links() {
    return links;
  }

  /// Links of all layers that are called what is wanted.
  Set<String> wantedLinks() {
    return wantedLinks;
  }

  /// Looks for the files in one more layer.
  ///
  /// @return why not all of it was seen; empty where it was
  Optional<String> look(Bytes layer) {
    found.clear();
    unclear = Optional.empty();
    forget();
    byte[] content = layer.view();
    boolean squeezed = content.length > 1 && content[0] == 0x1f && (content[1] & 0xff) == 0x8b;
    try (InputStream raw = new ByteArrayInputStream(content);
        InputStream unpacked = squeezed ? new GZIPInputStream(raw, 1 << 16) : raw) {
      in = unpacked;
      Optional<String> trouble = walk();
      unclear(links.exhausted(), "it holds more links than are followed");
      return trouble.or(() -> unclear);
    } catch (IOException e) {
      return Optional.of("it is no tar file");
    }
  }

  private Optional<String> walk() throws IOException {
    for (int entries = 0; entries < MAX_ENTRIES; entries++) {
      byte[] block = new byte[BLOCK];
      int read = take(block);
      if (read == 0) {
        return Optional.empty();
      }
      if (isEmpty(block, read)) {
        int more = take(block);
        return isEmpty(block, more) ? Optional.empty() : Optional.of("it goes on after its end");
      }
      Optional<TarHeader> header = read < BLOCK ? Optional.empty() : TarHeader.read(block);
      Optional<String> trouble =
          header.isEmpty() ? Optional.of("it is no tar file") : step(header.get());
      if (trouble.isPresent()) {
        return trouble;
      }
    }
    return Optional.of("it holds more than " + MAX_ENTRIES + " files");
  }

  private Optional<String> step(TarHeader header) throws IOException {
    return switch (header.type()) {
      case 'x', 'g', 'L', 'K' -> extended(header);
      case 'S' -> Optional.of("it holds a file with holes");
      default -> {
        unclear(header.type() == 'X', "it holds an extended header of Solaris");
        Optional<String> trouble = entry(header);
        forget();
        yield trouble;
      }
    };
  }

  // Headers that say more of the file behind them.
  private Optional<String> extended(TarHeader header) throws IOException {
    if (header.size() < 0 || header.size() > MAX_EXTENDED) {
      return Optional.of("it holds an extended header of more than 1 MiB");
    }
    byte[] content = content((int) header.size(), header.size());
    if (header.type() == 'L') {
      longName = TarHeader.text(content, 0, content.length);
      return Optional.empty();
    }
    if (header.type() == 'K') {
      longLink = TarHeader.text(content, 0, content.length);
      return Optional.empty();
    }
    Optional<TarPax> read = TarPax.read(content);
    if (read.isEmpty()) {
      return Optional.of("it holds an extended header that cannot be read");
    }
    unclear(
        pax.isPresent() || !longName.isEmpty(), "it holds several extended headers before a file");
    if (header.type() == 'x') {
      pax = read;
      unclear(read.get().sparse(), "it holds a file with holes");
    } else {
      // Go does not apply it, others do
      unclear(read.get().matters(), "it holds a global header that names files");
      forget();
    }
    return Optional.empty();
  }

  private void unclear(boolean is, String why) {
    if (is && unclear.isEmpty()) {
      unclear = Optional.of(why);
    }
  }

  private void forget() {
    pax = Optional.empty();
    longName = "";
    longLink = "";
  }

  private Optional<String> entry(TarHeader header) throws IOException {
    TarPax more = pax.orElse(TarPax.NONE);
    long size = header.isBare() ? 0 : more.sizeOr(header.size());
    if (size < 0) {
      return Optional.of("the size of a file in it cannot be read");
    }
    if (size > left) {
      return Optional.of("it unpacks to more than " + (MAX_UNPACKED >> 20) + " MiB");
    }
    List<String> names =
        Stream.concat(Stream.of(longName, more.path()), header.names().stream())
            .filter(name -> !name.isEmpty())
            .map(TarPath::plain)
            .toList();
    String name = names.isEmpty() ? "" : names.getFirst();
    if (header.isLink()) {
      String target = longLink.isEmpty() ? more.link() : longLink;
      link(header, name, target.isEmpty() ? header.link() : target);
    }
    boolean skipped = header.isBare() || names.stream().noneMatch(this::isWanted);
    return skipped ? skip(size) : file(name, size);
  }

  // A file may be put elsewhere through a folder that is a link.
  private boolean isWanted(String name) {
    return wanted.test(name) || links.place(name).filter(wanted).isPresent();
  }

  private void link(TarHeader header, String name, String target) {
    // a hard link counts from the root, a symbolic one from its folder
    String from = header.type() == '1' ? "/" + target : target;
    if (isWanted(name)) {
      unclear(wantedLinks.size() == MAX_WANTED_LINKS, "it holds more links than are followed");
      if (wantedLinks.size() < MAX_WANTED_LINKS) {
        wantedLinks.add(name);
      }
    }
    Optional<String> place = links.place(name);
    links.add(name, from);
    place.filter(other -> !other.equals(name)).ifPresent(other -> links.add(other, from));
  }

  private Optional<String> skip(long size) throws IOException {
    content(0, size);
    return Optional.empty();
  }

  private Optional<String> file(String name, long size) throws IOException {
    byte[] magic = new byte[(int) Math.min(size, MAGIC)];
    if (take(magic) < magic.length) {
      throw new IOException("it ends too early");
    }
    boolean module = WasmReader.isWasm(Bytes.wrap(magic));
    if (module && size > maxFile) {
      return Optional.of("a module in it is larger than what is read");
    }
    byte[] rest = rest(module ? (int) size - magic.length : 0, size, magic.length);
    byte[] content = new byte[magic.length + rest.length];
    System.arraycopy(magic, 0, content, 0, magic.length);
    System.arraycopy(rest, 0, content, magic.length, rest.length);
    found.computeIfAbsent(name, any -> new ArrayList<>()).add(Bytes.wrap(content));
    return Optional.empty();
  }

  private byte[] content(int wantedBytes, long size) throws IOException {
    return rest(wantedBytes, size, 0);
  }

  // More of an entry's content; what is behind it, and what fills its last block, is skipped.
  private byte[] rest(int wantedBytes, long size, int before) throws IOException {
    byte[] content = new byte[wantedBytes];
    if (take(content) < wantedBytes) {
      throw new IOException("it ends too early");
    }
    long rest = (size + BLOCK - 1) / BLOCK * BLOCK - wantedBytes - before;
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

  private static boolean isEmpty(byte[] block, int length) {
    for (int i = 0; i < length; i++) {
      if (block[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
