package io.policyc.compiler.falco.scenario;

import java.util.Map;

/// The names of errors.
final class Errors {
  private static final Map<Long, String> NAMES =
      Map.ofEntries(
          Map.entry(1L, "EPERM"),
          Map.entry(2L, "ENOENT"),
          Map.entry(11L, "EAGAIN"),
          Map.entry(13L, "EACCES"),
          Map.entry(98L, "EADDRINUSE"),
          Map.entry(101L, "ENETUNREACH"),
          Map.entry(110L, "ETIMEDOUT"),
          Map.entry(111L, "ECONNREFUSED"),
          Map.entry(115L, "EINPROGRESS"));

  private Errors() {}

  /// `EPERM` for -1, the number itself where it is no error.
  static String name(long result) {
    return result >= 0 ? Long.toString(result) : NAMES.getOrDefault(-result, "E" + -result);
  }
}
