package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoTextTest {
  /// A text, and what Go 1.26 prints of it with `%q`.
  static Stream<Arguments> escaped() {
    return Stream.of(
        Arguments.of("plain", "\"plain\""),
        Arguments.of("a\"b\\c", "\"a\\\"b\\\\c\""),
        Arguments.of("\u0007\b\f\n\r\t\u000b", "\"\\a\\b\\f\\n\\r\\t\\v\""),
        Arguments.of("\u0001\u001f\u007f", "\"\\x01\\x1f\\x7f\""),
        Arguments.of("\u0085\u00a0\u200b\ue000", "\"\\u0085\\u00a0\\u200b\\ue000\""),
        Arguments.of("é世 \u0301", "\"é世 \u0301\""),
        Arguments.of("\ud83d\ude00", "\"\ud83d\ude00\""),
        Arguments.of("\udb40\udc01", "\"\\U000e0001\""));
  }

  @ParameterizedTest
  @MethodSource("escaped")
  void escapesAsGo(String text, String expected) {
    assertEquals(expected, GoText.escaped(text));
  }

  @Test
  void sortsByBytes() {
    SortedSet<String> set = GoText.sortedSet();
    set.addAll(List.of("\ud835\udcb3", "\uffee", "b", "ab", "a", "B", "", "b"));
    assertEquals(List.of("", "B", "a", "ab", "b", "\uffee", "\ud835\udcb3"), List.copyOf(set));
  }

  @Test
  void countsOneAndMany() {
    assertEquals("container \"a\"", GoText.counted("container", List.of("a")));
    assertEquals("containers \"a\", \"a\"", GoText.counted("container", List.of("a", "a")));
    assertEquals("containers ", GoText.counted("container", List.of()));
  }
}
