package io.policyc.signatures.oci;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.policyc.signatures.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/// A registry on the loopback that serves what a test puts into it, or misbehaves as told.
final class StubRegistry implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

  /// Answers one call.
  interface Handler {
    void answer(HttpExchange exchange) throws IOException;
  }

  /// A call that has arrived.
  record Seen(
      String method, String path, String query, String host, String authorization, String body) {}

  StubRegistry() {
    this(Optional.empty());
  }

  StubRegistry(Optional<SSLContext> tls) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      if (tls.isPresent()) {
        HttpsServer secure = HttpsServer.create(any, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
        server = secure;
      } else {
        server = HttpServer.create(any, 0);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    var headers = exchange.getRequestHeaders();
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            path,
            Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
            Optional.ofNullable(headers.getFirst("Host")).orElse(""),
            Optional.ofNullable(headers.getFirst("Authorization")).orElse(""),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    try {
      handlers.getOrDefault(path, status(404)).answer(exchange);
    } finally {
      exchange.close();
    }
  }

  /// `127.0.0.1:PORT`.
  String host() {
    return "127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  Repository repository(String name) {
    return new Repository(host(), name);
  }

  /// Answers a path in some way.
  StubRegistry on(String path, Handler handler) {
    handlers.put(path, handler);
    return this;
  }

  /// The calls to a path, in order.
  List<Seen> seen(String path) {
    synchronized (seen) {
      return seen.stream().filter(call -> call.path().equals(path)).toList();
    }
  }

  /// Every call, in order.
  List<Seen> seen() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  Digest blob(String repository, byte[] content) {
    Digest digest = Digest.sha256(content);
    on("/v2/" + repository + "/blobs/" + digest, ok("application/octet-stream", content));
    return digest;
  }

  /// A manifest, by its digest and by a tag if one is given.
  Digest manifest(String repository, String tag, String mediaType, String json) {
    byte[] content = json.getBytes(UTF_8);
    Digest digest = Digest.sha256(content);
    on("/v2/" + repository + "/manifests/" + digest, ok(mediaType, content));
    if (!tag.isEmpty()) {
      on("/v2/" + repository + "/manifests/" + tag, ok(mediaType, content));
    }
    return digest;
  }

  static Handler ok(String contentType, byte[] content) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    };
  }

  static Handler status(int status, String... headers) {
    Map<String, String> more = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      more.put(headers[i], headers[i + 1]);
    }
    return exchange -> {
      more.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /// One answer after the other; the last one from then on.
  static Handler inTurn(Handler... handlers) {
    java.util.concurrent.atomic.AtomicInteger calls =
        new java.util.concurrent.atomic.AtomicInteger();
    return exchange ->
        handlers[Math.min(calls.getAndIncrement(), handlers.length - 1)].answer(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
