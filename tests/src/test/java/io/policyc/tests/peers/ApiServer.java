package io.policyc.tests.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A real API server of Kubernetes 1.36 with its etcd, on the loopback interface.
///
/// Everything that it keeps lies in a temporary folder. It has the admission plugins that are on by
/// default, Pod Security among them, but no controllers: nothing makes pods of a Deployment.
public final class ApiServer implements AutoCloseable {
  private static final String TOKEN = "of-the-test";

  private final Path folder;
  private final List<Daemon> daemons = new ArrayList<>();

  private ApiServer(Path folder) {
    this.folder = folder;
  }

  private ApiClient client(int port) {
    return new ApiClient(port, TOKEN, folder.resolve("certificates").resolve("apiserver.crt"));
  }

  /// Starts a server, or skips the test when it is not built.
  public static Running start() {
    Path etcd = Engine.ETCD.require();
    Path apiserver = Engine.KUBE_APISERVER.require();
    try {
      ApiServer server = new ApiServer(Files.createTempDirectory("apiserver"));
      try {
        return server.start(etcd, apiserver);
      } catch (IOException | GeneralSecurityException | RuntimeException problem) {
        server.close();
        throw new IllegalStateException(problem);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// A server that answers.
  public record Running(ApiServer server, ApiClient client) implements AutoCloseable {
    /// Asks until the answer is yes: a server takes some changes up a moment later.
    public void await(BooleanSupplier isReady) {
      server.daemons.getLast().await(isReady);
    }

    @Override
    public void close() {
      server.close();
    }
  }

  private Running start(Path etcd, Path apiserver) throws IOException, GeneralSecurityException {
    List<Integer> ports = freePorts();
    startEtcd(etcd, ports.get(0), ports.get(1));
    writeKeys();
    Daemon daemon = startApiServer(apiserver, ports.get(0), ports.get(2));
    daemon.await(() -> Files.exists(folder.resolve("certificates").resolve("apiserver.crt")));
    ApiClient client = client(ports.get(2));
    daemon.await(client::isReady);
    return new Running(this, client);
  }

  private static List<Integer> freePorts() throws IOException {
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket two = new ServerSocket(0);
        ServerSocket three = new ServerSocket(0)) {
      return List.of(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
    }
  }

  private void startEtcd(Path etcd, int port, int peerPort) throws IOException {
    String clients = "http://127.0.0.1:" + port;
    String peers = "http://127.0.0.1:" + peerPort;
    start(
        "etcd",
        etcd.toString(),
        "--data-dir=" + folder.resolve("data"),
        "--listen-client-urls=" + clients,
        "--advertise-client-urls=" + clients,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers,
        "--unsafe-no-fsync");
  }

  private void writeKeys() throws IOException, GeneralSecurityException {
    Files.writeString(folder.resolve("tokens"), TOKEN + ",admin,admin-uid,\"system:masters\"\n");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    Files.writeString(
        folder.resolve("accounts.key"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
  }

  private Daemon startApiServer(Path apiserver, int etcdPort, int port) throws IOException {
    return start(
        "apiserver",
        apiserver.toString(),
        "--etcd-servers=http://127.0.0.1:" + etcdPort,
        "--cert-dir=" + folder.resolve("certificates"),
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        "--secure-port=" + port,
        "--endpoint-reconciler-type=none",
        "--token-auth-file=tokens",
        "--authorization-mode=RBAC",
        "--service-account-issuer=https://127.0.0.1:" + port,
        "--service-account-key-file=accounts.key",
        "--service-account-signing-key-file=accounts.key",
        "--service-cluster-ip-range=10.0.0.0/24",
        "--allow-privileged=true",
        "--disable-admission-plugins=ServiceAccount");
  }

  private Daemon start(String name, String... command) throws IOException {
    Daemon daemon = Daemon.start(folder, name, List.of(command));
    daemons.add(daemon);
    return daemon;
  }

  @Override
  public void close() {
    daemons.reversed().forEach(Daemon::close);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
