package io.policyc.signatures.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.trust.TrustRoots.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustRootsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          instance    | date       | log                              | digest
          public-good | 2026-11-05 | https://log2025-1.rekor.sigstore.dev | 6494e21ea73fa7ee769f85f57d5a3e6a08725eae1e38c755fc3517c9e6bc0b66
          staging     | 2026-01-14 | https://log2025-alpha3.rekor.sigstage.dev | 81f5af777952d2c3955062ad56924c05ca916b5d49f3a0bce945faa475a8b1cc
          """)
  void shipsWhatItsTableSays(String instance, String date, String log, String digest)
      throws IOException {
    TrustedRootFile root =
        instance.equals("staging") ? TrustRoots.staging() : TrustRoots.publicGood();
    assertEquals(date, root.date().orElseThrow().toString());
    assertEquals(digest, Digest.sha256(root.json().view()).hex());
    Json json = JsonReader.read(root.json().view()).orElseThrow();
    List<Json> logs = json.get("tlogs").flatMap(Json::asItems).orElseThrow();
    assertEquals(Optional.of(log), logs.getLast().get("baseUrl").flatMap(Json::asText));
    String row = "| `" + instance + "/" + date + "` |";
    String table = Files.readString(Path.of("src/main/resources/sigstore/README.md"));
    assertTrue(
        table.lines().anyMatch(l -> l.startsWith(row) && l.contains("`" + digest + "`")), table);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          now                      | warns
          2020-01-01T00:00:00Z     | false
          2026-11-05T00:00:00Z     | false
          2027-05-04T23:59:59Z     | false
          2027-05-05T00:00:00Z     | true
          +1000000-01-01T00:00:00Z | true
          """)
  void warnsWhenItIsOld(Instant now, boolean warns) {
    assertEquals(warns, TrustRoots.publicGood().staleness(now).isPresent());
  }

  @Test
  void saysHowOldItIs() {
    assertEquals(
        Optional.of(
            "Sigstore's public trust root of 2026-11-05 is 365 days old: signatures by way of newer"
                + " logs and authorities are refused, and keys that were withdrawn since are still"
                + " believed"),
        TrustRoots.publicGood().staleness(Instant.parse("2027-11-05T12:00:00Z")));
  }

  @Test
  void readsAFileWhoseAgeItDoesNotGuess() throws IOException {
    Path file = Files.writeString(folder.resolve("root.json"), "{}");
    TrustedRootFile root = assertInstanceOf(Reading.Read.class, TrustRoots.file(file)).root();
    assertEquals(Bytes.copyOf("{}".getBytes(UTF_8)), root.json());
    assertEquals(Optional.empty(), root.staleness(Instant.parse("2099-01-01T00:00:00Z")));
  }

  @Test
  void readsNoMoreThanItsBound() throws IOException {
    Path most = Files.write(folder.resolve("most"), new byte[TrustRoots.MAX_BYTES]);
    assertInstanceOf(Reading.Read.class, TrustRoots.file(most));
    Path more = Files.write(folder.resolve("more"), new byte[TrustRoots.MAX_BYTES + 1]);
    assertEquals(new Reading.Unreadable("it is larger than 4 MiB"), TrustRoots.file(more));
  }

  @Test
  void saysWhyItCannotRead() {
    assertEquals(
        new Reading.Unreadable("there is no such file"), TrustRoots.file(folder.resolve("none")));
    assertEquals(new Reading.Unreadable("it is no plain file"), TrustRoots.file(folder));
  }
}
