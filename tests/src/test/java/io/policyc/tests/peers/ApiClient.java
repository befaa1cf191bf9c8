package io.policyc.tests.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;

/// Requests to an API server, as its administrator. For several threads.
public final class ApiClient {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String base;
  private final String token;
  private final HttpClient http;

  ApiClient(int port, String token, Path certificate) {
    this.base = "https://127.0.0.1:" + port;
    this.token = token;
    this.http = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
  }

  /// What the server answers.
  ///
  /// @param message of a refusal; empty otherwise
  /// @param warnings each without its number and quotes
  public record Answer(int status, String message, List<String> warnings, JsonNode body) {}

  private static SSLContext trusting(Path certificate) {
    try (InputStream in = Files.newInputStream(certificate)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      // The server's own comes first in its file; it is signed by itself or by what follows.
      int count = 0;
      for (var one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("server" + count++, one);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (GeneralSecurityException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /// Whether the server says that it is ready.
  boolean isReady() {
    try {
      return send(request("/readyz").GET()).statusCode() == 200;
    } catch (ConnectException early) {
      return false;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Gets what lies at a path.
  public Answer get(String path) {
    return answer(request(path).GET());
  }

  /// Creates an object of a text in YAML.
  ///
  /// @param path of the collection, with its query
  public Answer create(String path, String yaml) {
    return answer(
        request(path)
            .header("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(yaml)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .timeout(PATIENCE);
  }

  private Answer answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = send(request);
      // What is not served yet is answered in plain text.
      boolean json =
          response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
      JsonNode body = json ? Json.MAPPER.readTree(response.body()) : Json.object();
      return new Answer(
          response.statusCode(),
          response.statusCode() < 300 ? "" : body.path("message").asString(""),
          response.headers().allValues("Warning").stream().map(ApiClient::text).toList(),
          body);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  // `299 - "unknown field \"a\""`
  private static String text(String warning) {
    String quoted = warning.substring(warning.indexOf('"') + 1, warning.lastIndexOf('"'));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < quoted.length(); i++) {
      boolean escape = quoted.charAt(i) == '\\' && i + 1 < quoted.length();
      text.append(quoted.charAt(escape ? ++i : i));
    }
    return text.toString();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException problem) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(problem);
    }
  }
}
