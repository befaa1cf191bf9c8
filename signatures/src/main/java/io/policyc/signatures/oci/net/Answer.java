package io.policyc.signatures.oci.net;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.oci.Trouble;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a call has come to.
public sealed interface Answer {
  /// A server has answered, with any status.
  ///
  /// @param uri that it answered at, after redirects
  /// @param headers by name, in any case
  /// @param body bounded; of an answer that is not 200 perhaps only its beginning
  record Reply(URI uri, int status, Map<String, List<String>> headers, Bytes body)
      implements Answer {
    public Reply {
      TreeMap<String, List<String>> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      any.putAll(headers);
      headers = java.util.Collections.unmodifiableMap(any);
    }

    /// The first value of a header.
    public Optional<String> header(String name) {
      return all(name).stream().findFirst();
    }

    /// Every value of a header.
    public List<String> all(String name) {
      return headers.getOrDefault(name, List.of());
    }
  }

  /// None has.
  ///
  /// @param again whether trying again may help
  record Failed(Trouble trouble, boolean again) implements Answer {
    static Failed of(Trouble.Kind kind, String detail) {
      return new Failed(new Trouble(kind, detail), false);
    }
  }
}
