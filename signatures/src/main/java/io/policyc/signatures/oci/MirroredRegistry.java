package io.policyc.signatures.oci;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Registries with mirrors. A mirror is asked first; where it has nothing or fails, the next one
/// is, and at last the registry itself. Only when all have answered that there is nothing is there
/// nothing. Credentials are those of the mirror's own host.
///
/// Signatures are gathered from the mirrors and, unless the registry is never asked, from the
/// registry as well: a mirror that has not copied a signature, or fails, must not hide it.
///
/// @param next that knows how to ask a host
/// @param mirrors of registries, by host
public record MirroredRegistry(Registry next, Map<String, Mirrors> mirrors) implements Registry {
  /// The mirrors of a registry.
  ///
  /// @param list in the order in which they are asked
  /// @param origin whether the registry itself is asked in the end; not where nothing leads to it
  public record Mirrors(List<Mirror> list, boolean origin) {
    public Mirrors {
      list = List.copyOf(list);
    }
  }

  public MirroredRegistry {
    mirrors = Map.copyOf(new LinkedHashMap<>(mirrors));
  }

  @Override
  public Fetched<Manifest> manifest(Repository repository, String tag, Deadline deadline) {
    return first(places(repository, false), place -> next.manifest(place, tag, deadline));
  }

  @Override
  public Fetched<Manifest> manifest(Repository repository, Digest digest, Deadline deadline) {
    return first(places(repository, true), place -> next.manifest(place, digest, deadline));
  }

  @Override
  public Fetched<Bytes> blob(
      Repository repository, Digest digest, long maxBytes, Deadline deadline) {
    return first(places(repository, true), place -> next.blob(place, digest, maxBytes, deadline));
  }

  @Override
  public Fetched<List<Descriptor>> referrers(
      Repository repository, Digest subject, Optional<String> artifactType, Deadline deadline) {
    LinkedHashSet<Descriptor> all = new LinkedHashSet<>();
    List<Repository> places = places(repository, false);
    if (places.isEmpty()) {
      return nowhere();
    }
    for (Repository place : places) {
      switch (next.referrers(place, subject, artifactType, deadline)) {
        case Fetched.There<List<Descriptor>>(var list) -> all.addAll(list);
        case Fetched.NotThere<List<Descriptor>>() -> {}
        case Fetched.Unknown<List<Descriptor>> unknown -> {
          return unknown;
        }
      }
    }
    return new Fetched.There<>(List.copyOf(all));
  }

  @Override
  public Gathered<Manifest> everyManifest(Repository repository, String tag, Deadline deadline) {
    Gathered<Manifest> all = every(repository, place -> next.everyManifest(place, tag, deadline));
    Map<Digest, Manifest> different = new LinkedHashMap<>();
    all.items().forEach(manifest -> different.putIfAbsent(manifest.digest(), manifest));
    return new Gathered<>(List.copyOf(different.values()), all.troubles());
  }

  /// With the same referrer as often as it is listed: what one place says of it must not hide what
  /// another does.
  @Override
  public Gathered<Descriptor> everyReferrer(
      Repository repository, Digest subject, Deadline deadline) {
    return every(repository, place -> next.everyReferrer(place, subject, deadline));
  }

  private <T> Gathered<T> every(Repository repository, Function<Repository, Gathered<T>> ask) {
    List<Repository> places = places(repository, false);
    if (places.isEmpty()) {
      return Gathered.of(nowhere());
    }
    List<T> items = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    for (Repository place : places) {
      Gathered<T> gathered = ask.apply(place);
      items.addAll(gathered.items());
      troubles.addAll(gathered.troubles());
    }
    return new Gathered<>(items, troubles);
  }

  @Override
  public Fetched<List<String>> tags(Repository repository, Deadline deadline) {
    return first(places(repository, false), place -> next.tags(place, deadline));
  }

  private List<Repository> places(Repository repository, boolean byDigest) {
    Mirrors known = mirrors.getOrDefault(repository.host(), new Mirrors(List.of(), true));
    List<Repository> places = new ArrayList<>();
    for (Mirror mirror : known.list()) {
      if (byDigest || mirror.use() == Mirror.Use.ALL) {
        mirror.of(repository).ifPresent(places::add);
      }
    }
    if (known.origin()) {
      places.add(repository);
    }
    return places;
  }

  /// What the first place has; else the first trouble; else nothing.
  private static <T> Fetched<T> first(
      List<Repository> places, Function<Repository, Fetched<T>> ask) {
    List<Fetched<T>> troubles = new ArrayList<>();
    for (Repository place : places) {
      Fetched<T> answer = ask.apply(place);
      if (answer instanceof Fetched.There<T>) {
        return answer;
      }
      if (answer instanceof Fetched.Unknown<T>) {
        troubles.add(answer);
      }
    }
    return !troubles.isEmpty()
        ? troubles.getFirst()
        : places.isEmpty() ? nowhere() : new Fetched.NotThere<>();
  }

  private static <T> Fetched<T> nowhere() {
    return Fetched.unknown(
        Trouble.Kind.NOT_ALLOWED, "no mirror may be asked for this, nor the registry");
  }
}
