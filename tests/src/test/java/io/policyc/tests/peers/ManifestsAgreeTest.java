package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifests;
import io.policyc.manifests.Value;
import io.policyc.tests.gen.Dice;
import io.policyc.tests.gen.GenYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Our reader and kubectl's take the same texts, and take them for the same.
@RequiresEngine(Engine.YAML)
class ManifestsAgreeTest {
  private static final int TEXTS = Integer.getInteger("texts", 4_000);

  @Test
  void generatedTextsMeanTheSame() {
    Dice dice = new Dice(Dice.seed(20_261_124));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      texts.add(GenYaml.of(dice));
    }
    List<YamlOracle.Reading> readings = readings(texts);
    List<String> differences = new ArrayList<>();
    int listed = 0;
    int refused = 0;
    for (int i = 0; i < TEXTS; i++) {
      refused += readings.get(i).error().isPresent() ? 1 : 0;
      if (isListed(texts.get(i), readings.get(i))) {
        listed++;
      } else {
        difference(texts.get(i), readings.get(i)).ifPresent(differences::add);
      }
    }
    System.out.println("texts " + TEXTS + ", refused " + refused + ", listed " + listed);
    assertTrue(listed < TEXTS / 100, "listed " + listed);
    assertTrue(refused > TEXTS / 5 && refused < TEXTS * 4 / 5, "refused " + refused);
    assertEquals(
        "",
        String.join("\n", differences.subList(0, Math.min(40, differences.size()))),
        differences.size() + " differ");
  }

  /// The two differences that are meant. A value or name that no JSON has is refused here at once;
  /// the server overlooks it where a later field of the same name hides it. And which of the names
  /// `1` and `!!str 1` counts, the server leaves to chance.
  private static boolean isListed(String text, YamlOracle.Reading theirs) {
    Checked<List<Value>> ours = Manifests.documents(new Source("odd.yaml", text));
    boolean refused = ours.findings().stream().anyMatch(f -> f.rule().equals("PC1007"));
    boolean twice = ours.findings().stream().anyMatch(f -> f.rule().equals("PC1006"));
    return (refused && theirs.error().isEmpty()) || (twice && text.contains("!!str 1:"));
  }

  @Test
  void aHiddenValueThatNoJsonHasIsRefusedHereAlone() {
    String text = "a: .inf\na: 1\n";
    assertTrue(Manifests.documents(new Source("odd.yaml", text)).hasErrors());
    assertEquals(Optional.empty(), readings(List.of(text)).getFirst().error());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"[|]", "{\"a\":|}", "{a: |}", "- |", "? - |", "[{a: |}]"})
  void valuesMayBeNestedAsDeepAsTheServerHasThem(String open, @Nullable String close) {
    String end = close == null ? "" : close;
    List<String> texts =
        Stream.of(2_500, 5_000, 5_001, 10_000, 10_001, 100_000)
            .map(depth -> open.repeat(depth) + "1" + end.repeat(depth))
            .toList();
    assertEquals(
        readings(texts).stream().map(reading -> reading.error().isPresent()).toList(),
        texts.stream()
            .map(text -> Manifests.documents(new Source("deep.yaml", text)).hasErrors())
            .toList());
  }

  private static List<YamlOracle.Reading> readings(List<String> texts) {
    try (YamlOracle oracle = YamlOracle.start()) {
      return oracle.read(texts);
    }
  }

  private static Optional<String> difference(String text, YamlOracle.Reading theirs) {
    Checked<List<Value>> ours = Manifests.documents(new Source("odd.yaml", text));
    List<Value> documents =
        ours.value().stream().filter(value -> !(value instanceof Value.Null)).toList();
    String shown = "[" + text.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + "] ";
    if (ours.hasErrors() != theirs.error().isPresent()) {
      return Optional.of(
          shown
              + "ours "
              + ours.findings().stream().map(f -> f.message()).toList()
              + " theirs "
              + theirs.error().orElse(theirs.documents().toString()));
    }
    for (int i = 0; i < theirs.documents().size(); i++) {
      if (i >= documents.size() || !same(documents.get(i), theirs.documents().get(i))) {
        return Optional.of(
            shown
                + "ours "
                + documents.stream().map(ManifestsAgreeTest::show).toList()
                + " theirs "
                + theirs.documents());
      }
    }
    boolean more = theirs.error().isEmpty() && documents.size() > theirs.documents().size();
    return more
        ? Optional.of(
            shown
                + "more documents "
                + documents.stream().map(ManifestsAgreeTest::show).toList()
                + " theirs "
                + theirs.documents())
        : Optional.empty();
  }

  private static boolean same(Value ours, JsonNode theirs) {
    return switch (ours) {
      case Value.Null _ -> theirs.isNull();
      case Value.Bool(var is, _) -> theirs.isBoolean() && theirs.asBoolean() == is;
      case Value.Text(var text, _) -> theirs.isString() && theirs.asString().equals(text);
      case Value.Numeric(var number, _) ->
          theirs.isNumber()
              && (number.compareTo(theirs.decimalValue()) == 0
                  || number.doubleValue() == theirs.doubleValue());
      case Value.Sequence(var items, _) -> sameItems(items, theirs);
      case Value.Mapping map -> sameFields(map.fields(), theirs);
    };
  }

  private static boolean sameItems(List<Value> items, JsonNode theirs) {
    if (!theirs.isArray() || theirs.size() != items.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!same(items.get(i), theirs.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameFields(List<Value.Field> fields, JsonNode theirs) {
    return theirs.isObject()
        && theirs.size() == fields.size()
        && fields.stream()
            .allMatch(f -> theirs.has(f.name()) && same(f.value(), theirs.get(f.name())));
  }

  private static String show(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(var is, _) -> "" + is;
      case Value.Text(var text, _) -> "'" + text + "'";
      case Value.Numeric(var number, _) -> number.toString();
      case Value.Sequence(var items, _) ->
          items.stream().map(ManifestsAgreeTest::show).toList().toString();
      case Value.Mapping map ->
          "{"
              + String.join(
                  ", ", map.fields().stream().map(f -> f.name() + ": " + show(f.value())).toList())
              + "}";
    };
  }
}
