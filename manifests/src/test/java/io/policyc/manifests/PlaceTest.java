package io.policyc.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Steps to a value, its path, and what each typed read makes of each value.
class PlaceTest {
  private static final Span HERE = new Span(new Source("pod.yaml", "whatever"), 2, 5);

  private static final Value.Mapping POD =
      map(
          field(
              "spec",
              map(
                  field("hostNetwork", new Value.Null(HERE)),
                  field(
                      "containers",
                      new Value.Sequence(List.of(map(field("image", text("a")))), HERE)))));

  private static Value.Mapping map(Value.Field... fields) {
    return new Value.Mapping(List.of(fields), HERE);
  }

  private static Value.Field field(String name, Value value) {
    return new Value.Field(name, HERE, value);
  }

  private static Value text(String text) {
    return new Value.Text(text, HERE);
  }

  @Test
  void stepsLeadToAValueAndItsPath() {
    Place image = Place.of(POD).at("spec", "containers", 0, "image");
    assertEquals("spec.containers[0].image", image.path().text());
    assertEquals(new Read.Is<>("a", HERE), image.text());
    assertEquals(1, Place.of(POD).at("spec", "containers").items().size());
    assertEquals("spec", Place.of(POD).fields().getFirst().name());
  }

  @ParameterizedTest
  @CsvSource({"spec.hostNetwork", "spec.containers.image", "spec.HostNetwork", "metadata.name"})
  void whatIsAbsentOrNullIsUnset(String path) {
    Place place = Place.of(POD).at((Object[]) path.split("\\.", -1));
    assertFalse(place.isSet());
    assertEquals(new Read.Unset<>(), place.bool());
    assertEquals(path, place.path().text());
  }

  @Test
  void aPositionPastTheEndIsUnset() {
    assertEquals(new Read.Unset<>(), Place.of(POD).at("spec", "containers", 1, "image").text());
    assertEquals(List.of(), Place.of(POD).at("spec", "volumes").items());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          value       | text  | bool  | int32 | int64
          Twords      | is    | wrong | wrong | wrong
          T1          | is    | wrong | wrong | wrong
          Ttrue       | is    | wrong | wrong | wrong
          Btrue       | wrong | is    | wrong | wrong
          N1          | wrong | wrong | is    | is
          N1.0        | wrong | wrong | is    | is
          N1e3        | wrong | wrong | is    | is
          N1.5        | wrong | wrong | wrong | wrong
          N2147483647 | wrong | wrong | is    | is
          N2147483648 | wrong | wrong | wrong | is
          N1e18       | wrong | wrong | wrong | is
          N1e999999   | wrong | wrong | wrong | wrong
          N1e-999999  | wrong | wrong | wrong | wrong
          N9223372036854775807  | wrong | wrong | wrong | is
          N9223372036854775808  | wrong | wrong | wrong | wrong
          N-9223372036854775808 | wrong | wrong | wrong | is
          """)
  void aTypedReadConvertsNothing(
      String value, String text, String bool, String int32, String int64) {
    Place place = Place.of(value(value));
    assertEquals(text, word(place.text()));
    assertEquals(bool, word(place.bool()));
    assertEquals(int32, word(place.int32()));
    assertEquals(int64, word(place.int64()));
  }

  private static Value value(String notation) {
    String rest = notation.substring(1);
    return switch (notation.charAt(0)) {
      case 'T' -> text(rest);
      case 'B' -> new Value.Bool(rest.equals("true"), HERE);
      default -> new Value.Numeric(new BigDecimal(rest), HERE);
    };
  }

  private static <T> String word(Read<T> read) {
    assertEquals(read instanceof Read.Is<T>, read.value().isPresent());
    return switch (read) {
      case Read.Is<T> _ -> "is";
      case Read.Unset<T> _ -> "unset";
      case Read.Wrong<T> _ -> "wrong";
    };
  }

  @Test
  void aWrongTypeNamesFieldPlaceAndCure() {
    Finding found =
        Place.of(map(field("spec", map(field("hostPID", text("true"))))))
            .at("spec", "hostPID")
            .bool()
            .findings()
            .getFirst();
    assertEquals("PC1020", found.rule());
    assertEquals(
        "invalid manifest: `spec.hostPID` takes a boolean, not the string `true`", found.message());
    assertEquals("write `true` or `false` without quotes", found.help().orElseThrow());
    assertEquals("spec.hostPID", found.path().orElseThrow().text());
    assertEquals(HERE, found.at().orElseThrow());
  }

  @Test
  void aMappingHoldsANameOnce() {
    Value.Field field = field("a", text("b"));
    assertThrows(IllegalArgumentException.class, () -> map(field, field));
  }
}
