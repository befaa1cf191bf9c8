package io.policyc.manifests;

import io.policyc.findings.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// What a scalar means to an API server.
///
/// Source: go.yaml.in/yaml/v2 v2.4.3, resolve.go, which sigs.k8s.io/yaml v1.6.0 of Kubernetes 1.36
/// stands on. It is neither YAML 1.1 nor 1.2: `y`, `on` and `0b1` are no strings, `1:30` and dates
/// are.
final class YamlScalars {
  private static final String PREFIX = "tag:yaml.org,2002:";

  private YamlScalars() {}

  /// What a scalar with a tag is, or a string of why it can't be.
  sealed interface Resolved {
    /// A value.
    record Is(Value value) implements Resolved {}

    /// An infinite number or none, which no JSON can carry.
    record NoNumber(String text) implements Resolved {}

    /// Text that is not what its tag says.
    record Mismatch(String tag) implements Resolved {}
  }

  /// @param tag empty for none
  /// @param plain whether the scalar stands without quotes; one in quotes without a tag is a string
  static Resolved resolve(Optional<String> tag, boolean plain, String text, Span span) {
    if (tag.isEmpty()) {
      return plain ? plain(text, span, true) : string(text, span);
    }
    if (!tag.get().startsWith(PREFIX)) {
      return string(text, span);
    }
    return tagged(tag.get().substring(PREFIX.length()), text, span);
  }

  private static Resolved tagged(String tag, String text, Span span) {
    return switch (tag) {
      case "binary" -> binary(text, span);
      case "timestamp" ->
          GoTimestamp.is(text) ? string(text, span) : new Resolved.Mismatch("!!timestamp");
      case "bool" -> only(tag, plain(text, span, false), Value.Bool.class);
      case "null" -> only(tag, plain(text, span, false), Value.Null.class);
      case "int" -> whole(plain(text, span, false));
      case "float" -> decimal(plain(text, span, false));
      default -> string(text, span);
    };
  }

  private static Resolved only(String tag, Resolved read, Class<? extends Value> wanted) {
    return read instanceof Resolved.Is(var value) && wanted.isInstance(value)
        ? read
        : new Resolved.Mismatch("!!" + tag);
  }

  // A number written with a point or an exponent is a float, whatever its value.
  private static Resolved whole(Resolved read) {
    return read instanceof Resolved.Is(Value.Numeric number) && number.number().scale() == 0
        ? read
        : new Resolved.Mismatch("!!int");
  }

  private static Resolved decimal(Resolved read) {
    return switch (read) {
      case Resolved.NoNumber _ -> read;
      case Resolved.Is(Value.Numeric(var number, Span span)) ->
          number.scale() != 0
              ? read
              : number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                  ? new Resolved.Mismatch("!!float")
                  : number(floating(new BigDecimal(number.doubleValue())), span);
      case Resolved.Is _, Resolved.Mismatch _ -> new Resolved.Mismatch("!!float");
    };
  }

  private static Resolved binary(String text, Span span) {
    try {
      String packed = text.replace("\n", "").replace("\r", "");
      if (packed.length() % 4 != 0) {
        return new Resolved.Mismatch("!!binary");
      }
      byte[] bytes = Base64.getDecoder().decode(packed);
      return string(new String(bytes, StandardCharsets.UTF_8), span);
    } catch (IllegalArgumentException e) {
      return new Resolved.Mismatch("!!binary");
    }
  }

  private static Resolved plain(String text, Span span, boolean mayBeDate) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
          new Resolved.Is(new Value.Bool(true, span));
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
          new Resolved.Is(new Value.Bool(false, span));
      case "", "~", "null", "Null", "NULL" -> new Resolved.Is(new Value.Null(span));
      case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF" -> new Resolved.NoNumber(text);
      case "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> new Resolved.NoNumber(text);
      default -> numberOrString(text, span, mayBeDate);
    };
  }

  private static Resolved numberOrString(String text, Span span, boolean mayBeDate) {
    char first = text.charAt(0);
    if (first == '.') {
      return GoNumbers.decimal(text)
          .map(n -> number(floating(n), span))
          .orElseGet(() -> string(text, span));
    }
    boolean mayBeNumber = first == '+' || first == '-' || (first >= '0' && first <= '9');
    if (!mayBeNumber || (mayBeDate && GoTimestamp.is(text))) {
      return string(text, span);
    }
    String digits = text.replace("_", "");
    return GoNumbers.whole(digits)
        .map(n -> number(new BigDecimal(n), span))
        .or(() -> GoNumbers.decimal(digits).map(n -> number(floating(n), span)))
        .or(() -> binaryDigits(digits).map(n -> number(new BigDecimal(n), span)))
        .orElseGet(() -> string(text, span));
  }

  // A scale that isn't 0 says that it was written as a decimal: a key of it looks different.
  private static BigDecimal floating(BigDecimal number) {
    return number.scale() == 0 ? number.setScale(1) : number;
  }

  // `0b-1` is a number, since the sign is looked for behind the prefix.
  private static Optional<BigInteger> binaryDigits(String text) {
    return text.startsWith("0b") ? GoNumbers.whole(text.substring(2), 2) : Optional.empty();
  }

  private static Resolved number(BigDecimal number, Span span) {
    return new Resolved.Is(new Value.Numeric(number, span));
  }

  private static Resolved string(String text, Span span) {
    return new Resolved.Is(new Value.Text(text, span));
  }
}
