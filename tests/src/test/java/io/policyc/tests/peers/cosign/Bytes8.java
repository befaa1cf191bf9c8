package io.policyc.tests.peers.cosign;

import java.nio.charset.StandardCharsets;

/// Text as bytes and back.
final class Bytes8 {
  private Bytes8() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
