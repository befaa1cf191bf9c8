package io.policyc.tests.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;

/// One HTTP/1.1 connection, on which requests go out as they are.
final class EnvoyConnection implements AutoCloseable {
  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(1 << 16).flip();

  EnvoyConnection(Path socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
  }

  /// Sends a request and reads the status of its answer; empty when the connection is closed.
  OptionalInt ask(EnvoyRequest request) {
    try {
      ByteBuffer out = ByteBuffer.wrap(request.bytes());
      while (out.hasRemaining()) {
        channel.write(out);
      }
    } catch (IOException closed) {
      return OptionalInt.empty();
    }
    String line = line();
    if (line.length() < 12) {
      return OptionalInt.empty();
    }
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
    }
    for (int i = 0; i < length; i++) {
      next();
    }
    return OptionalInt.of(Integer.parseInt(line.substring(9, 12)));
  }

  private String line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = next(); c >= 0 && c != '\n'; c = next()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private int next() {
    if (!in.hasRemaining()) {
      try {
        in.clear();
        int read = channel.read(in);
        in.flip();
        if (read <= 0) {
          return -1;
        }
      } catch (IOException closed) {
        in.clear().flip();
        return -1;
      }
    }
    return in.get() & 0xFF;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
