package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What a finding is known by from one run to the next: its rule, file, object and field, the text
/// of its line without blanks, and how many like it stand before it. A line that moves is the same
/// line.
final class Fingerprints {
  // Enough to tell lines apart; a line of megabytes is not read once for each finding on it.
  private static final int CONTEXT = 200;

  private Fingerprints() {}

  /// The fingerprint of each finding.
  ///
  /// @param findings in their order in the files, each once
  static Map<Finding, String> of(List<Finding> findings) {
    MessageDigest sha256 = sha256();
    Map<String, Integer> counts = new HashMap<>();
    Map<Finding, String> fingerprints = new HashMap<>();
    for (Finding finding : findings) {
      String identity = hash(sha256, identity(finding));
      int ordinal = counts.merge(identity, 1, Integer::sum);
      fingerprints.put(finding, identity + ":" + ordinal);
    }
    return fingerprints;
  }

  private static String identity(Finding finding) {
    String file = finding.at().map(at -> at.source().name()).orElse("");
    String where = Told.where(finding);
    // Without a place the message is all that tells two findings of a rule apart.
    String text = finding.at().map(Fingerprints::line).orElse(finding.message());
    return String.join("\0", finding.rule(), file, where, text);
  }

  private static String line(Span at) {
    Source source = at.source();
    String text = source.text();
    int place = Math.min(at.start(), text.length());
    int start = Math.max(place - (source.column(place) - 1), place - CONTEXT);
    StringBuilder line = new StringBuilder();
    for (int i = start; i < text.length() && i < place + CONTEXT; i++) {
      char c = text.charAt(i);
      if (c == '\n' && i >= place) {
        break;
      }
      line.append(Character.isWhitespace(c) ? "" : c);
    }
    return line.toString();
  }

  private static String hash(MessageDigest sha256, String text) {
    byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
