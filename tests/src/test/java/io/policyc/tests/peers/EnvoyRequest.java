package io.policyc.tests.peers;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// One request, sent byte for byte as it is written here.
///
/// @param policy index of the list of rules that it is put to
/// @param method as it is sent
/// @param path with its query, as it is sent
/// @param host of the `Host` header
/// @param headers besides
public record EnvoyRequest(
    int policy, String method, String path, String host, Map<String, String> headers) {
  public EnvoyRequest {
    headers = Map.copyOf(headers);
  }

  /// `GET` of a path.
  public static EnvoyRequest get(int policy, String path) {
    return new EnvoyRequest(policy, "GET", path, "example", Map.of());
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(host).append("\r\n");
    text.append(EnvoyConfig.POLICY).append(": ").append(policy).append("\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
