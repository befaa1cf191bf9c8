package io.policyc.signatures.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Colliding;
import io.policyc.signatures.Digest;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
  private static final Digest ANY = Digest.sha256(new byte[0]);
  private static final String INDEX =
      """
      {"schemaVersion":2,"mediaType":"%s","annotations":{"a":"b"},"manifests":[
        {"mediaType":"%s","digest":"%s","size":7,"artifactType":"x/y",
         "platform":{"os":"wasi","architecture":"wasm"}}]}"""
          .formatted(Manifests.INDEX, Manifests.IMAGE, ANY);

  private static ManifestReader.Reading read(String json, String type) {
    return ManifestReader.read(Bytes.copyOf(json.getBytes(UTF_8)), ANY, type);
  }

  @Test
  void everythingOfAnIndexIsRead() {
    var read = assertInstanceOf(ManifestReader.Reading.Read.class, read(INDEX, Manifests.INDEX));
    Manifest.Index index = assertInstanceOf(Manifest.Index.class, read.manifest());
    Descriptor entry = index.manifests().getFirst();
    assertEquals(
        List.of("x/y", "wasi/wasm", "7", "b"),
        List.of(
            entry.artifactType(),
            entry.platform().orElse(""),
            String.valueOf(entry.size()),
            index.annotations().getOrDefault("a", "")));
    assertEquals(Optional.empty(), index.subject());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          application/vnd.oci.image.index.v1+json                | true
          application/vnd.oci.image.index.v1+json; charset=utf-8 | true
          APPLICATION/vnd.oci.image.index.v1+json                | true
          application/json                                       | true
          text/plain; charset=utf-8                              | true
          application/octet-stream                               | true
          ''                                                     | true
          text/html                                              | false
          application/vnd.oci.image.manifest.v1+json             | false
          """)
  void theRegistrysTypeMustNotContradict(String type, boolean good) {
    assertEquals(
        good,
        read(INDEX, type) instanceof ManifestReader.Reading.Read,
        read(INDEX, type).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "1.5", "1e3", "\"1\"", "null", "99999999999999999999", "1e99999999999"})
  void sizesAreWholeNumbers(String size) {
    assertInstanceOf(
        ManifestReader.Reading.Refused.class,
        read(INDEX.replace("\"size\":7", "\"size\":" + size), Manifests.INDEX));
  }

  /// Whatever is changed, cut or put in: a manifest or a reason, never an exception.
  @Test
  void brokenManifestsAreReadOrRefused() {
    Random random = new Random(1106);
    byte[] good = INDEX.getBytes(UTF_8);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",:0a\\é".charAt(random.nextInt(10));
      }
      switch (ManifestReader.read(Bytes.copyOf(bytes), ANY, "")) {
        case ManifestReader.Reading.Read one -> read++;
        case ManifestReader.Reading.Refused one -> {
          assertTrue(one.why().length() < 600, one.why());
          refused++;
        }
      }
    }
    assertTrue(read > 2_000 && refused > 2_000, read + " read, " + refused + " refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{\"a\":",
        "{\"manifests\":[{},",
        "\"",
        "1",
        "{\"annotations\":{\"a\":\"b\"},"
      })
  @Timeout(20)
  void tenMegabytesOfNonsenseAreRefused(String part) {
    String much = part.repeat(10_000_000 / part.length());
    assertInstanceOf(ManifestReader.Reading.Refused.class, read(much, Manifests.INDEX));
  }

  /// A few megabytes that would fill the memory once read.
  @Test
  void manyPartsAreNotRead() {
    String entries = "{},".repeat(1_000_000) + "{}";
    var refused =
        assertInstanceOf(
            ManifestReader.Reading.Refused.class,
            read("{\"manifests\":[" + entries + "]}", Manifests.INDEX));
    assertEquals("it is no JSON object, or one of too many parts", refused.why());
  }

  private static ManifestReader.Reading annotated(int count) {
    String names =
        Colliding.texts(count).stream()
            .map(text -> "\"" + text + "\":\"\"")
            .collect(Collectors.joining(","));
    return read(INDEX.replace("\"a\":\"b\"", names), Manifests.INDEX);
  }

  @Test
  void annotationsAreBounded() {
    assertInstanceOf(ManifestReader.Reading.Read.class, annotated(1_000));
    var refused = assertInstanceOf(ManifestReader.Reading.Refused.class, annotated(1_001));
    assertEquals("it has more than 1000 annotations", refused.why());
  }
}
