package io.policyc.signatures.oci.auth;

import io.policyc.signatures.Digest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers what a registry has taken, for each scope **and credential**: what one namespace's
/// secret has opened must not be open to another namespace.
public final class TokenCache {
  private static final int MAX_ENTRIES = 1_000;

  private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /// For whom something holds.
  ///
  /// @param registry host and port
  /// @param scope such as `repository:library/nginx:pull`
  /// @param credential its fingerprint
  record Key(String registry, String scope, Digest credential) {}

  private record Entry(String authorization, long end) {}

  /// The header that was taken, while it holds.
  synchronized Optional<String> get(Key key, long now) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> entry.end() - now > 0)
        .map(Entry::authorization);
  }

  synchronized void put(Key key, String authorization, Duration life, long now) {
    entries.put(key, new Entry(authorization, now + life.toNanos()));
    if (entries.size() > MAX_ENTRIES) {
      var eldest = entries.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  synchronized void remove(Key key) {
    entries.remove(key);
  }
}
