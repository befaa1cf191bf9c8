package io.policyc.signatures.oci.net;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One call.
///
/// @param headers to be sent; `Authorization` only to the origin of the URL
/// @param form sent by POST as `application/x-www-form-urlencoded`; GET without one
/// @param maxBytes the most that is read of a good answer
public record Request(URI uri, Map<String, String> headers, Optional<String> form, long maxBytes) {
  static final String AUTHORIZATION = "Authorization";

  public Request {
    headers = Map.copyOf(headers);
  }

  /// A GET.
  public static Request get(URI uri, String accept, long maxBytes) {
    return new Request(uri, Map.of("Accept", accept), Optional.empty(), maxBytes);
  }

  /// The same with credentials.
  public Request authorized(String authorization) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(AUTHORIZATION, authorization);
    return new Request(uri, more, form, maxBytes);
  }

  /// The same at another URL: with credentials only where the origin is the same.
  Request at(URI target) {
    Map<String, String> kept = new LinkedHashMap<>(headers);
    if (!Origin.of(uri).equals(Origin.of(target))) {
      kept.remove(AUTHORIZATION);
    }
    return new Request(target, kept, form, maxBytes);
  }

  /// Without the headers, which may hold secrets.
  @Override
  public String toString() {
    return uri.toString();
  }
}
