package io.policyc.signatures.oci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirroredRegistryTest {
  private static final Digest DIGEST = Digest.sha256(new byte[] {1});
  private static final Repository IMAGE = new Repository("docker.io", "library/nginx");

  /// Answers by host as a table says, and writes down who was asked.
  private record Table(Map<String, String> answers, List<String> asked) implements Registry {
    private <T> Fetched<T> answer(Repository repository, T value) {
      asked.add(repository.toString());
      return switch (answers.getOrDefault(repository.host(), "none")) {
        case "there" -> new Fetched.There<>(value);
        case "none" -> new Fetched.NotThere<>();
        default -> Fetched.unknown(Trouble.Kind.UNREACHABLE, repository.host());
      };
    }

    @Override
    public Fetched<Manifest> manifest(Repository repository, String tag, Deadline deadline) {
      return manifest(repository, DIGEST, deadline);
    }

    @Override
    public Fetched<Manifest> manifest(Repository repository, Digest digest, Deadline deadline) {
      return answer(
          repository,
          new Manifest.Index(digest, "", "", List.of(), Optional.empty(), Map.of(), Bytes.EMPTY));
    }

    @Override
    public Fetched<Bytes> blob(
        Repository repository, Digest digest, long maxBytes, Deadline deadline) {
      return answer(repository, Bytes.EMPTY);
    }

    @Override
    public Fetched<List<Descriptor>> referrers(
        Repository repository, Digest subject, Optional<String> type, Deadline deadline) {
      return answer(
          repository,
          List.of(new Descriptor(repository.host(), DIGEST, 1, "", Map.of(), Optional.empty())));
    }

    @Override
    public Fetched<List<String>> tags(Repository repository, Deadline deadline) {
      return answer(repository, List.of(repository.host()));
    }
  }

  private static String word(Fetched<?> fetched) {
    return switch (fetched) {
      case Fetched.There<?> there -> "there";
      case Fetched.NotThere<?> nothing -> "none";
      case Fetched.Unknown<?> unknown -> "unknown " + unknown.trouble().kind().id();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          use     | origin asked | mirror | origin | by digest           | by tag              | referrers
          ALL     | true         | there  | fails  | there               | there               | unknown unreachable
          ALL     | true         | none   | there  | there               | there               | there
          ALL     | true         | fails  | there  | there               | there               | unknown unreachable
          ALL     | true         | fails  | none   | unknown unreachable | unknown unreachable | unknown unreachable
          ALL     | true         | none   | fails  | unknown unreachable | unknown unreachable | unknown unreachable
          ALL     | true         | none   | none   | none                | none                | there
          ALL     | false        | there  | fails  | there               | there               | there
          ALL     | false        | none   | there  | none                | none                | there
          DIGESTS | true         | there  | fails  | there               | unknown unreachable | unknown unreachable
          DIGESTS | true         | fails  | there  | there               | there               | there
          DIGESTS | false        | there  | there  | there               | unknown not-allowed | unknown not-allowed
          """)
  void mirrorsAreAskedFirst(
      Mirror.Use use,
      boolean originAsked,
      String mirror,
      String origin,
      String byDigest,
      String byTag,
      String referrers) {
    Table table = new Table(Map.of("m.test", mirror, "docker.io", origin), new ArrayList<>());
    MirroredRegistry registry =
        new MirroredRegistry(
            table,
            Map.of(
                "docker.io",
                new MirroredRegistry.Mirrors(
                    List.of(new Mirror("m.test", "hub", use)), originAsked)));
    Deadline deadline = Deadline.in(Duration.ofSeconds(1), new FakeTime());
    assertEquals(byDigest, word(registry.manifest(IMAGE, DIGEST, deadline)));
    assertEquals("m.test/hub/library/nginx", table.asked().getFirst());
    assertEquals(byDigest, word(registry.blob(IMAGE, DIGEST, 10, deadline)));
    assertEquals(byTag, word(registry.manifest(IMAGE, "latest", deadline)));
    assertEquals(byTag, word(registry.tags(IMAGE, deadline)));
    assertEquals(referrers, word(registry.referrers(IMAGE, DIGEST, Optional.empty(), deadline)));
  }

  @ParameterizedTest
  @CsvSource({"true,2", "false,1"})
  void referrersAreGatheredFromBoth(boolean originAsked, int count) {
    Table table = new Table(Map.of("m.test", "there", "docker.io", "there"), new ArrayList<>());
    MirroredRegistry registry =
        new MirroredRegistry(
            table,
            Map.of(
                "docker.io",
                new MirroredRegistry.Mirrors(
                    List.of(new Mirror("m.test", "", Mirror.Use.ALL)), originAsked)));
    var there =
        assertInstanceOf(
            Fetched.There.class,
            registry.referrers(
                IMAGE,
                DIGEST,
                Optional.empty(),
                Deadline.in(Duration.ofSeconds(1), new FakeTime())));
    assertEquals(count, ((List<?>) there.value()).size());
  }

  /// Whatever a mirror says, what the registry has is gathered; and the other way round.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          use     | origin asked | mirror | origin | referrers            | manifests | trouble
          ALL     | true         | there  | there  | m.test docker.io     | 1         | -
          ALL     | true         | fails  | there  | docker.io            | 1         | m.test
          ALL     | true         | none   | there  | docker.io            | 1         | -
          ALL     | true         | there  | fails  | m.test               | 1         | docker.io
          ALL     | true         | there  | none   | m.test               | 1         | -
          ALL     | true         | none   | none   | ''                   | 0         | -
          ALL     | false        | there  | there  | m.test               | 1         | -
          DIGESTS | true         | there  | there  | docker.io            | 1         | -
          """)
  void signaturesAreGatheredFromAll(
      Mirror.Use use,
      boolean originAsked,
      String mirror,
      String origin,
      String referrers,
      int manifests,
      @org.jspecify.annotations.Nullable String trouble) {
    Table table = new Table(Map.of("m.test", mirror, "docker.io", origin), new ArrayList<>());
    MirroredRegistry registry =
        new MirroredRegistry(
            table,
            Map.of(
                "docker.io",
                new MirroredRegistry.Mirrors(List.of(new Mirror("m.test", "", use)), originAsked)));
    Deadline deadline = Deadline.in(Duration.ofSeconds(1), new FakeTime());
    Gathered<Descriptor> found = registry.everyReferrer(IMAGE, DIGEST, deadline);
    assertEquals(
        referrers, String.join(" ", found.items().stream().map(Descriptor::mediaType).toList()));
    Gathered<Manifest> tagged = registry.everyManifest(IMAGE, "x.sig", deadline);
    assertEquals(manifests, tagged.items().size(), "the same manifest counts once");
    List<String> troubles = trouble == null ? List.of() : List.of(trouble);
    assertEquals(troubles, found.troubles().stream().map(Trouble::detail).toList());
    assertEquals(troubles, tagged.troubles().stream().map(Trouble::detail).toList());
  }

  @org.junit.jupiter.api.Test
  void whereNobodyMayBeAskedIsATrouble() {
    Table table = new Table(Map.of(), new ArrayList<>());
    MirroredRegistry registry =
        new MirroredRegistry(
            table, Map.of("docker.io", new MirroredRegistry.Mirrors(List.of(), false)));
    Deadline deadline = Deadline.in(Duration.ofSeconds(1), new FakeTime());
    assertEquals(1, registry.everyReferrer(IMAGE, DIGEST, deadline).troubles().size());
    assertEquals(1, registry.everyManifest(IMAGE, "x.sig", deadline).troubles().size());
  }
}
