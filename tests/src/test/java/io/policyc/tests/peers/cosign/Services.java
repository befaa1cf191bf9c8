package io.policyc.tests.peers.cosign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.policyc.signatures.mint.MintedTrustRoot;
import io.policyc.signatures.sigstore.TrustRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.ObjectNode;

/// A Sigstore of our own on the loopback interface: Fulcio, certificate log, Rekor 1 and 2,
/// timestamps.
final class Services implements AutoCloseable {
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final CertificateService certificates = new CertificateService();
  private final TimestampService timestamps = new TimestampService();
  private final LogService log = new LogService();

  private Services(HttpServer server) {
    this.server = server;
  }

  static Services start() {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      Services services = new Services(HttpServer.create(any, 64));
      services.serve("/api/v1/signingCert", services.certificates::first);
      services.serve("/api/v2/signingCert", services.certificates::second);
      services.serve("/api/v1/log/entries", services.log::first);
      services.serve("/api/v2/log/entries", services.log::second);
      services.serve("/api/v1/timestamp", services.timestamps::stamp);
      services.server.setExecutor(services.threads);
      services.server.start();
      return services;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          } catch (RuntimeException e) {
            answer(exchange, 500, "text/plain", Bytes8.of(e.toString()));
          }
        });
  }

  static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  CertificateService certificates() {
    return certificates;
  }

  LogService log() {
    return log;
  }

  TimestampService timestamps() {
    return timestamps;
  }

  /// Everybody in here is believed.
  TrustRoot root() {
    return new MintedTrustRoot()
        .authority(certificates.authority().authority())
        .certificateLog(certificates.log().log())
        .log(log.first().log())
        .log(log.second().log())
        .timestampAuthority(timestamps.authority().authority())
        .root();
  }

  /// Where cosign finds what it needs to sign.
  String signingConfig(KeylessParty.Time time) {
    ObjectNode config = Piece.JSON.createObjectNode();
    config.put("mediaType", "application/vnd.dev.sigstore.signingconfig.v0.2+json");
    service(config, "caUrls", url(), 1);
    service(config, "oidcUrls", url(), 1);
    switch (time) {
      case LOG_1 -> service(config, "rekorTlogUrls", url(), 1);
      case LOG_2 -> service(config, "rekorTlogUrls", url(), 2);
      case STAMP -> {}
    }
    if (time != KeylessParty.Time.LOG_1) {
      service(config, "tsaUrls", url() + "/api/v1/timestamp", 1);
    }
    config.putObject("rekorTlogConfig").put("selector", "ANY");
    config.putObject("tsaConfig").put("selector", "ANY");
    return Piece.JSON.writeValueAsString(config);
  }

  private static void service(ObjectNode config, String name, String url, int version) {
    ObjectNode service = config.putArray(name).addObject();
    service.put("url", url).put("majorApiVersion", version).put("operator", "policyc");
    service.putObject("validFor").put("start", START.toString());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
