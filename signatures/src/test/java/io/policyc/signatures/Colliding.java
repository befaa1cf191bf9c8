package io.policyc.signatures;

import java.util.List;
import java.util.stream.IntStream;

/// Texts that all have the same hash.
public final class Colliding {
  private Colliding() {}

  /// As many different texts, of up to 65,536.
  public static List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(Colliding::text).toList();
  }

  private static String text(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 16; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }
}
