package io.policyc.signatures.sigstore.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.policyc.signatures.Bytes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads the text form of keys and certificates (RFC 7468).
public final class Pem {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int MAX_LABEL = 64;

  private Pem() {}

  /// What stands between a pair of lines.
  ///
  /// @param label such as `PUBLIC KEY`
  /// @param content the bytes that the text stands for
  public record Block(String label, Bytes content) {}

  /// Whether the bytes have the look of this form.
  public static boolean is(byte[] text) {
    return new String(text, 0, Math.min(text.length, 1 << 20), ISO_8859_1).contains(BEGIN);
  }

  /// Reads all blocks. Text before, between and after them is passed over, as OpenSSL and Go do.
  ///
  /// @param most how many blocks there may be
  /// @return empty when there are more, or one of them is not whole: no end, another label at the
  ///   end, headers, or letters that are none of Base64
  public static Optional<List<Block>> read(byte[] text, int most) {
    String all = new String(text, ISO_8859_1);
    List<Block> blocks = new ArrayList<>();
    int at = all.indexOf(BEGIN);
    while (at >= 0) {
      int labelEnd = all.indexOf(DASHES, at + BEGIN.length());
      int end = labelEnd < 0 ? -1 : all.indexOf(END, labelEnd + DASHES.length());
      Optional<Block> block = end < 0 ? Optional.empty() : block(all, at, labelEnd, end);
      if (block.isEmpty() || blocks.size() == most) {
        return Optional.empty();
      }
      blocks.add(block.orElseThrow());
      at = all.indexOf(BEGIN, end);
    }
    return Optional.of(blocks);
  }

  private static Optional<Block> block(String all, int begin, int labelEnd, int end) {
    int labelStart = begin + BEGIN.length();
    if (labelEnd - labelStart > MAX_LABEL) {
      return Optional.empty();
    }
    String label = all.substring(labelStart, labelEnd);
    if (!all.startsWith(label + DASHES, end + END.length())) {
      return Optional.empty();
    }
    return base64(all.substring(labelEnd + DASHES.length(), end))
        .map(content -> new Block(label, Bytes.wrap(content)));
  }

  private static Optional<byte[]> base64(String body) {
    StringBuilder letters = new StringBuilder(body.length());
    for (int i = 0; i < body.length(); i++) {
      char one = body.charAt(i);
      if (one != '\n' && one != '\r' && one != ' ' && one != '\t') {
        letters.append(one);
      }
    }
    try {
      return Optional.of(Base64.getDecoder().decode(letters.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
