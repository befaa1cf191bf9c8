package io.policyc.tests.peers.cosign;

import io.policyc.signatures.Digest;
import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Found;
import io.policyc.signatures.oci.Limits;
import io.policyc.signatures.oci.Registries;
import io.policyc.signatures.oci.Repository;
import io.policyc.signatures.oci.SignatureSource;
import io.policyc.signatures.oci.Timekeeper;
import io.policyc.signatures.oci.auth.Credentials;
import io.policyc.signatures.oci.net.Access;
import io.policyc.signatures.oci.net.Proxies;
import io.policyc.tests.peers.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A real registry on the loopback interface, and the plain requests that fill and read it.
final class Registry implements AutoCloseable {
  static final String INDEX = "application/vnd.oci.image.index.v1+json";
  static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String host;
  private final Registries ours;

  private Registry(Process process, String host) {
    this.process = process;
    this.host = host;
    // plain HTTP to the loopback interface is for those who say so
    Access access = new Access(Set.of(), Set.of(host), Set.of(host));
    this.ours = new Registries(access, Proxies.NONE, List.of(), Limits.DEFAULT);
  }

  /// Starts a registry, or skips the test when it is not built.
  static Registry start(Engine engine) {
    try {
      Process process =
          new ProcessBuilder(engine.require().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String host = process.inputReader(StandardCharsets.US_ASCII).readLine();
      if (host == null) {
        throw new IllegalStateException("the registry does not start");
      }
      return new Registry(process, host);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its address and port.
  String host() {
    return host;
  }

  /// What our own client finds of signatures.
  Found signatures(String repository, Digest digest) {
    return new SignatureSource(ours.as(Credentials.NONE), Limits.DEFAULT)
        .find(
            new Repository(host, repository),
            digest,
            SignatureSource.Places.BESIDE,
            Deadline.in(Duration.ofSeconds(60), Timekeeper.SYSTEM));
  }

  /// Something in it: empty when it is not there.
  Optional<byte[]> get(String path, String accept) {
    HttpResponse<byte[]> answer = send(request(path).header("Accept", accept).GET());
    return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }

  byte[] blob(String repository, String digest) {
    return get(repository + "/blobs/" + digest, "*/*").orElseThrow();
  }

  void putBlob(String repository, String digest, byte[] content) {
    HttpResponse<byte[]> begun =
        send(request(repository + "/blobs/uploads/").POST(BodyPublishers.noBody()));
    URI upload = begun.uri().resolve(begun.headers().firstValue("Location").orElseThrow());
    String separator = upload.getRawQuery() == null ? "?" : "&";
    expect(
        201,
        send(
            HttpRequest.newBuilder(URI.create(upload + separator + "digest=" + digest))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(content))));
  }

  void putManifest(String repository, String reference, String type, byte[] content) {
    expect(
        201,
        send(
            request(repository + "/manifests/" + reference)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofByteArray(content))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + host + "/v2/" + path));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void expect(int status, HttpResponse<byte[]> answer) {
    if (answer.statusCode() != status) {
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      throw new IllegalStateException(answer + ": " + body);
    }
  }

  @Override
  public void close() {
    ours.close();
    client.close();
    process.destroyForcibly();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the registry does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
