package io.policyc.cli.output;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of what a file holds, in lower-case hexadecimal as `sha256sum` writes it.
record Hash(String hex) {
  static Hash of(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return new Hash(HexFormat.of().formatHex(digest.digest(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static boolean isHash(String text) {
    return text.length() == 64
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
