package io.policyc.compiler.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.policyc.compiler.regex.HostRegex.Expression;
import io.policyc.compiler.regex.HostRegex.Invalid;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostRegexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      useHeadersInDisplayName = true,
      textBlock =
          """
          host             ! expression
          api.shop.example ! api\\.shop\\.example(:[0-9]+)?
          *.shop.example   ! [-a-z0-9_]*\\.shop\\.example(:[0-9]+)?
          api-*.example    ! api-[-a-z0-9_]*\\.example(:[0-9]+)?
          **.example       ! [-a-z0-9_.]*\\.example(:[0-9]+)?
          **               ! [-a-z0-9_.]*(:[0-9]+)?
          """)
  void writes(String host, String expression) {
    assertEquals(new Expression(expression), HostRegex.of(host));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      useHeadersInDisplayName = true,
      textBlock =
          """
          host          ! part   ! reason                                              ! help
          Api.example   ! A      ! a host is in lower case                             ! write `api.example`
          a.example:80  ! :80    ! a host is written without port                      ! remove it: any port is admitted
          a.***.example ! **     ! three stars in a row                                ! write `*` or `**`
          a/b           ! /      ! a host is made of `a-z`, `0-9`, `-`, `_`, `.` and stars ! remove this character
          """)
  void refuses(String host, String part, String reason, String help) {
    Invalid invalid = assertInstanceOf(Invalid.class, HostRegex.of(host));
    assertEquals(part, host.substring(invalid.start(), invalid.end()));
    assertEquals(List.of(reason, help), List.of(invalid.reason(), invalid.help()));
  }

  @Test
  void keepsWithinEnvoysLimit() {
    String label = "a".repeat(60);
    String host = String.join(".", label, label, label, "example");
    assertEquals(new Expression("^" + host.replace(".", "\\.") + "(:[0-9]+)?"), HostRegex.of(host));
    assertInstanceOf(Invalid.class, HostRegex.of("*." + host));
    assertInstanceOf(Invalid.class, HostRegex.of("a".repeat(254)));
    assertInstanceOf(Invalid.class, HostRegex.of(""));
  }

  @Test
  void joinsMethods() {
    assertEquals("GET|HEAD", MethodRegex.of(new TreeSet<>(List.of("HEAD", "GET"))));
    assertEquals("M-SEARCH", MethodRegex.of(new TreeSet<>(List.of("M-SEARCH"))));
    assertThrows(IllegalArgumentException.class, () -> MethodRegex.of(new TreeSet<>()));
  }
}
