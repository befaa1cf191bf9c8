package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;

/// One item of `rules.http`; `{}` is every request.
///
/// @param path RE2 over path and query, anchored at both ends
/// @param method RE2 over the method, anchored at both ends
/// @param host RE2 over the authority, which has a port when the client sent one
/// @param headers `Name: value` or `Name`
/// @param headerMatches headers with more to say
/// @param comments lines above it
public record HttpRule(
    Optional<String> path,
    Optional<String> method,
    Optional<String> host,
    List<String> headers,
    List<HeaderMatch> headerMatches,
    Comments comments) {
  /// Every request.
  public static final HttpRule EVERY =
      new HttpRule(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Comments.NONE);

  public HttpRule {
    headers = List.copyOf(headers);
    headerMatches = List.copyOf(headerMatches);
  }

  /// The same with this path.
  public HttpRule withPath(String re2) {
    return new HttpRule(Optional.of(re2), method, host, headers, headerMatches, comments);
  }

  /// The same with this method.
  public HttpRule withMethod(String re2) {
    return new HttpRule(path, Optional.of(re2), host, headers, headerMatches, comments);
  }

  /// The same with this host.
  public HttpRule withHost(String re2) {
    return new HttpRule(path, method, Optional.of(re2), headers, headerMatches, comments);
  }

  /// The same with these headers.
  public HttpRule withHeaders(List<String> lines) {
    return new HttpRule(path, method, host, lines, headerMatches, comments);
  }

  /// The same with these matches of headers.
  public HttpRule withHeaderMatches(List<HeaderMatch> matches) {
    return new HttpRule(path, method, host, headers, matches, comments);
  }

  /// The same with these lines above it.
  public HttpRule withComments(Comments lines) {
    return new HttpRule(path, method, host, headers, headerMatches, lines);
  }
}
