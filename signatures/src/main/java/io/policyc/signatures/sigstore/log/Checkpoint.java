package io.policyc.signatures.sigstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.sigstore.read.Base64Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A log's signed note on the root of its tree.
///
/// @param origin the log's name; with Rekor 1 followed by ` - ` and the number of the tree
/// @param size how many entries the tree has
/// @param rootHash its root
/// @param signedText what the signatures are over
/// @param signatures of the log, and perhaps of witnesses, in any order
/// @see <a href="https://github.com/C2SP/C2SP/blob/main/tlog-checkpoint.md">C2SP, tlog-checkpoint
///   and signed-note</a>
public record Checkpoint(
    String origin, long size, Bytes rootHash, Bytes signedText, List<Line> signatures) {
  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_SIGNATURES = 100;
  private static final int MAX_SIZE_DIGITS = 18;
  private static final int MAX_TREE_DIGITS = 20;
  private static final String LINE = "— ";
  private static final int HINT_LENGTH = 4;
  private static final String TREE = " - ";

  public Checkpoint {
    signatures = List.copyOf(signatures);
  }

  /// A signature of a note.
  ///
  /// @param name whose
  /// @param hint the first four bytes of its key's id
  public record Line(String name, Bytes hint, Bytes signature) {}

  /// The name without the number of a tree.
  public String name() {
    int tree = origin.indexOf(TREE);
    return tree < 0 ? origin : origin.substring(0, tree);
  }

  /// Whether it names a tree by number, as only Rekor 1 does.
  public boolean namesTree() {
    int tree = origin.indexOf(TREE);
    return tree >= 0 && isNumber(origin.substring(tree + TREE.length()), MAX_TREE_DIGITS);
  }

  /// Reads a checkpoint.
  ///
  /// @return empty for anything but a signed note with an origin, a size and a root of 32 bytes
  public static Optional<Checkpoint> read(String note) {
    // the text ends with its last line break; an empty line follows, then the signatures
    int end = note.lastIndexOf("\n\n");
    if (note.length() > MAX_LENGTH || end < 0) {
      return Optional.empty();
    }
    String text = note.substring(0, end + 1);
    List<String> head = text.lines().limit(3).toList();
    Optional<List<Line>> lines = lines(note.substring(end + 2));
    return head.size() == 3 && isNumber(head.get(1), MAX_SIZE_DIGITS) && !head.getFirst().isEmpty()
        ? lines.flatMap(signatures -> checkpoint(head, text, signatures))
        : Optional.empty();
  }

  private static Optional<Checkpoint> checkpoint(
      List<String> head, String text, List<Line> signatures) {
    return Base64Text.decode(head.get(2))
        .filter(root -> root.length() == 32)
        .map(
            root ->
                new Checkpoint(
                    head.getFirst(),
                    Long.parseLong(head.get(1)),
                    root,
                    Bytes.wrap(text.getBytes(UTF_8)),
                    signatures));
  }

  private static boolean isNumber(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<List<Line>> lines(String text) {
    List<Line> out = new ArrayList<>();
    for (String line : text.lines().limit(MAX_SIGNATURES + 1L).toList()) {
      Optional<Line> one = line(line);
      if (one.isEmpty() || out.size() == MAX_SIGNATURES) {
        return Optional.empty();
      }
      out.add(one.get());
    }
    return out.isEmpty() ? Optional.empty() : Optional.of(out);
  }

  private static Optional<Line> line(String line) {
    int space = line.indexOf(' ', LINE.length());
    if (!line.startsWith(LINE) || space < 0) {
      return Optional.empty();
    }
    String name = line.substring(LINE.length(), space);
    return Base64Text.decode(line.substring(space + 1))
        .map(Bytes::view)
        .filter(bytes -> bytes.length > HINT_LENGTH && !name.isEmpty())
        .map(
            bytes ->
                new Line(
                    name,
                    Bytes.wrap(Arrays.copyOf(bytes, HINT_LENGTH)),
                    Bytes.wrap(Arrays.copyOfRange(bytes, HINT_LENGTH, bytes.length))));
  }
}
