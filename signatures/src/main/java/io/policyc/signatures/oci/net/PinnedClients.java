package io.policyc.signatures.oci.net;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// One client of `java.net.http` for each host, which is told addresses instead of names.
///
/// HTTP/1.1 only: with HTTP/2, the name would come from the URL.
final class PinnedClients implements AutoCloseable {
  private static final int MAX_CLIENTS = 64;
  private static final String PERMISSION = "jdk.httpclient.allowRestrictedHeaders";

  static {
    // read once, when the first client of the Java process is made
    if (System.getProperty(PERMISSION) == null) {
      System.setProperty(PERMISSION, "host");
    }
  }

  private final SSLContext tls;
  private final Duration connect;
  private final Map<Key, HttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(Origin origin, Optional<InetSocketAddress> proxy) {}

  /// @throws IllegalStateException when the Java process does not let a request name its host
  PinnedClients(SSLContext tls, Duration connect) {
    this.tls = tls;
    this.connect = connect;
    try {
      HttpRequest.newBuilder(URI.create("http://localhost/")).header("Host", "localhost").build();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("start Java with -D" + PERMISSION + "=host", e);
    }
  }

  /// The client of a host.
  synchronized HttpClient client(Origin origin, Optional<InetSocketAddress> proxy) {
    HttpClient client = clients.computeIfAbsent(new Key(origin, proxy), this::make);
    if (clients.size() > MAX_CLIENTS) {
      // ends once its calls have
      var eldest = clients.entrySet().iterator();
      eldest.next().getValue().shutdown();
      eldest.remove();
    }
    return client;
  }

  private HttpClient make(Key key) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect);
    if (key.proxy().isPresent()) {
      return builder.sslContext(tls).proxy(ProxySelector.of(key.proxy().get())).build();
    }
    String host = key.origin().host();
    if (Hosts.isName(host)) {
      SSLParameters parameters = new SSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(host)));
      builder.sslParameters(parameters);
    }
    return builder.proxy(HttpClient.Builder.NO_PROXY).sslContext(new NamedTls(tls, host)).build();
  }

  @Override
  public synchronized void close() {
    for (HttpClient client : new ArrayList<>(clients.values())) {
      client.shutdownNow();
    }
    clients.clear();
  }
}
