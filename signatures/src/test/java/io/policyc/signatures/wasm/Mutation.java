package io.policyc.signatures.wasm;

import java.util.Arrays;
import java.util.Random;

/// Spoils bytes in the ways in which formats with lengths are spoilt.
final class Mutation {
  private Mutation() {}

  static byte[] of(byte[] good, Random dice) {
    byte[] bad = good.clone();
    for (int times = dice.nextInt(1, 4); times > 0 && bad.length > 0; times--) {
      bad = once(bad, dice);
    }
    return bad;
  }

  private static byte[] once(byte[] bytes, Random dice) {
    int at = dice.nextInt(bytes.length);
    switch (dice.nextInt(6)) {
      case 0 -> bytes[at] ^= (byte) (1 << dice.nextInt(8));
      case 1 -> bytes[at] = (byte) 0xff;
      case 2 -> bytes[at] = (byte) dice.nextInt(16);
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
        return more;
      }
      default -> bytes[at] = bytes[dice.nextInt(bytes.length)];
    }
    return bytes;
  }
}
