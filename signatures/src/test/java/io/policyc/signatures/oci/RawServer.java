package io.policyc.signatures.oci;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on the loopback that speaks as a test likes, bytes and all.
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// What follows a request; a connection is closed when it ends.
  interface Script {
    void speak(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
  }

  RawServer(Script script) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> accept(script));
  }

  private void accept(Script script) {
    try {
      while (true) {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection, script));
      }
    } catch (IOException e) {
      // the test is over
      closed.countDown();
    }
  }

  private void serve(Socket given, Script script) {
    try (Socket connection = given) {
      request(connection.getInputStream());
      script.speak(connection.getOutputStream(), closed);
    } catch (IOException e) {
      // the client has hung up
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void request(InputStream in) throws IOException {
    int newlines = 0;
    for (int c = in.read(); c >= 0 && newlines < 2; c = in.read()) {
      newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
      if (newlines == 2) {
        return;
      }
    }
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  String host() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
