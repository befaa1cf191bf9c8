package io.policyc.signatures.tuf;

import dev.sigstore.tuf.Fetcher;
import dev.sigstore.tuf.FileExceedsMaxLengthException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Fetches files of one mirror: no redirects, no more bytes than were said and than any of them
/// needs.
final class BoundedFetcher implements Fetcher, AutoCloseable {
  /// The most of one file. Sigstore's largest has 10 kB.
  static final int MAX_BYTES = 4 << 20;

  private final URI base;
  private final HttpClient client;

  BoundedFetcher(URI base, Duration deadline) {
    this(
        base,
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(deadline)
            .build());
  }

  private BoundedFetcher(URI base, HttpClient client) {
    this.base = base;
    this.client = client;
  }

  Fetcher below(String folder) {
    return new BoundedFetcher(base.resolve(folder), client);
  }

  @Override
  public String getSource() {
    return base.toString();
  }

  /// @return null where there is no such file, as sigstore-java asks for
  @Override
  @SuppressWarnings("NullAway")
  public byte @Nullable [] fetchResource(String name, int most) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(name)).build();
    HttpResponse<InputStream> response = send(request);
    try (InputStream body = response.body()) {
      return switch (response.statusCode()) {
        case 200 -> bounded(body, name, Math.clamp(most, 0, MAX_BYTES));
        // object stores without listing answer 403 for what is not there
        case 403, 404 -> null;
        default -> throw new IOException("status " + response.statusCode());
      };
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static byte[] bounded(InputStream body, String name, int most) throws IOException {
    byte[] read = body.readNBytes(most + 1);
    if (read.length > most) {
      throw new FileExceedsMaxLengthException(name, most);
    }
    return read;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
